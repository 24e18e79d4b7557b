namespace Aep.Sdk.Emulator.Sql;

/// <summary>Adobe-defined functions as DuckDB window expressions.</summary>
internal static class AdobeFunctions
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["days"] = "day",
        ["hours"] = "hour",
        ["minutes"] = "minute",
        ["seconds"] = "second",
    };

    private static readonly HashSet<string> Unsupported = new(StringComparer.OrdinalIgnoreCase)
    {
        "sess_timeout", "sess_start_if", "sess_end_if", "attribution_first_touch", "attribution_last_touch", "attribution_first_touch_exp_if",
        "attribution_first_touch_exp_timeout", "attribution_last_touch_exp_if", "attribution_last_touch_exp_timeout", "previous", "next",
        "fetch_from_endpoint", "inline", "explode", "posexplode", "map_from_arrays_table",
        "pg_table_is_visible", "pg_get_userbyid", "pg_get_expr", "format_type",
    };

    public static void CheckSupported(string function, int position)
    {
        if (Unsupported.Contains(function))
            throw SqlErrorException.NotSupported($"the function {function}", position);
    }

    /// <summary>The token after the OVER clause that must follow a window function.</summary>
    public static int WindowEnd(SqlTokens tokens, int close, int to)
    {
        if (!tokens.Is(close + 1, "OVER") || close + 2 >= to)
            throw new SqlErrorException(SqlState.SyntaxError, "TIME_BETWEEN_… is a window function: OVER (…) must follow", tokens[close].Start);
        return (tokens.IsSymbol(close + 2, "(") ? tokens.Close(close + 2, to) : close + 2) + 1;
    }

    /// <summary>
    /// Time since the last row of the frame that matches, in whole units; the current row counts when the frame holds it. Or until the next
    /// such row, as a negative number. NULL without a match.
    /// </summary>
    public static string TimeBetween(SqlTokens tokens, int call, IReadOnlyList<string> arguments, string window)
    {
        if (arguments.Count is < 2 or > 3)
            throw new SqlErrorException(SqlState.UndefinedFunction, $"{tokens.Text(call)} takes a timestamp, a condition and an optional unit", tokens[call].Start);
        string unit = arguments.Count == 3 ? arguments[2].Trim('\'') : "seconds";
        if (!Units.TryGetValue(unit, out string? part))
            throw new SqlErrorException(SqlState.InvalidParameterValue, $"unit {unit} is none of days, hours, minutes, seconds", tokens[call].Start);
        string pick = tokens.Is(call, "TIME_BETWEEN_PREVIOUS_MATCH") ? "max" : "min";
        (string time, string condition) = (arguments[0], arguments[1]);
        return $"date_sub('{part}', {pick}(CASE WHEN {condition} THEN {time} END) {window}, {time})";
    }
}
