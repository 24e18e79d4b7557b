using System.Globalization;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// How long a session may take: <c>statement_timeout</c> (10 minutes for interactive queries, by Adobe's guide) and
/// <c>idle_session_timeout</c> (off). Milliseconds without a unit, or a number with ms, s, min or h; 0 is no limit.
/// </summary>
internal static class SessionTimes
{
    public const string Statement = "statement_timeout";
    public const string Idle = "idle_session_timeout";

    /// <summary>The limit of a setting, or null for none.</summary>
    public static TimeSpan? Limit(SessionSettings settings, string name)
    {
        TimeSpan limit = Parse(settings[name] ?? "0") ?? TimeSpan.Zero;
        return limit > TimeSpan.Zero ? limit : null;
    }

    /// <summary>Refuses a value of one of these settings that is no time.</summary>
    public static void Check(string name, string value, int position)
    {
        bool isTime = name.Equals(Statement, StringComparison.OrdinalIgnoreCase) || name.Equals(Idle, StringComparison.OrdinalIgnoreCase);
        if (isTime && Parse(value) is null)
            throw new SqlErrorException(SqlState.InvalidParameterValue, $"invalid value for parameter \"{name}\": \"{value}\"", position);
    }

    private static TimeSpan? Parse(string text)
    {
        string unit = text.TrimStart("0123456789 ".ToCharArray());
        bool isNumber = long.TryParse(text[..^unit.Length].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number <= int.MaxValue;
        long? milliseconds = unit switch
        {
            "" or "ms" => 1,
            "s" => 1_000,
            "min" => 60_000,
            "h" => 3_600_000,
            _ => null,
        };
        return isNumber && milliseconds is long factor ? TimeSpan.FromMilliseconds(Math.Min(number * factor, int.MaxValue)) : null;
    }
}
