namespace Aep.Sdk.Emulator.Sql;

/// <summary>Adobe-defined functions for sessions, paths and the time between events, as window expressions of the engine.</summary>
internal static class AdobeFunctions
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["days"] = "day",
        ["hours"] = "hour",
        ["minutes"] = "minute",
        ["seconds"] = "second",
    };

    public static readonly IReadOnlyDictionary<string, FunctionTranslation> All = new Dictionary<string, FunctionTranslation>
    {
        ["sess_timeout"] = call => Session(call.Takes(2, 2), "false", "false", $"CAST({call[1]} AS BIGINT)"),
        ["sess_start_if"] = call => Session(call.Takes(2, 2), $"CAST({call[1]} AS BOOLEAN)", "false", "NULL"),
        ["sess_end_if"] = call => Session(call.Takes(2, 2), "false", $"CAST({call[1]} AS BOOLEAN)", "NULL"),
        ["previous"] = call => Page(call, "lag"),
        ["next"] = call => Page(call, "lead"),
        ["time_between_previous_match"] = call => TimeBetween(call, "max"),
        ["time_between_next_match"] = call => TimeBetween(call, "min"),
    };

    private static string Session(FunctionCall call, string starts, string ends, string expiry) =>
        $"adobe_session(CAST({call[0]} AS TIMESTAMP), {starts}, {ends}, {expiry}) {call.RequiredWindow.Text}";

    // The frame of the call says which side is looked at, and so does the function: only partition and order are needed.
    private static string Page(FunctionCall call, string function)
    {
        string shift = call.Takes(1, 3).Count > 1 ? call[1] : "1";
        string nulls = call.IsTrue(2) ? " IGNORE NULLS" : "";
        return $"adobe_page({function}({call[0]}, {shift}{nulls}) {call.RequiredWindow.With("")})";
    }

    /// <summary>
    /// Time since the last row of the frame that matches, in whole units; the current row counts when the frame holds it. Or until the next
    /// such row, as a negative number. NULL without a match.
    /// </summary>
    private static string TimeBetween(FunctionCall call, string pick)
    {
        string unit = call.Takes(2, 3).Count == 3 ? call[2].Trim('\'') : "seconds";
        if (!Units.TryGetValue(unit, out string? part))
            throw new SqlErrorException(
                SqlState.InvalidParameterValue, $"unit {unit} is none of days, hours, minutes, seconds", call.Position);
        string time = call[0];
        return $"system.main.date_sub('{part}', {pick}(CASE WHEN {call[1]} THEN {time} END) {call.RequiredWindow.Text}, {time})";
    }
}
