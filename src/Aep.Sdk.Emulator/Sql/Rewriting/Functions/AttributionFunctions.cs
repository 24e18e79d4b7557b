namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// First and last touch attribution. The last touch with an expiration looks ahead of the current row, whatever the frame says: so do the
/// tables of Adobe's page, whose queries have a frame that ends at the current row.
/// </summary>
internal static class AttributionFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionTranslation> All = new Dictionary<string, FunctionTranslation>
    {
        ["attribution_first_touch"] = call => Touch(call, "first_value", call.Takes(3, 3).RequiredWindow.Text),
        ["attribution_last_touch"] = call => Touch(call, "last_value", call.Takes(3, 3).RequiredWindow.Text),
        ["attribution_first_touch_exp_if"] = call =>
            $"adobe_first_touch({call.Takes(4, 5)[1]}, adobe_since_expiry({Events(call)}) {call.RequiredWindow.Text}, {call[2]}, "
                + $"{call[0]})",
        ["attribution_last_touch_exp_if"] = LastTouchUntilExpiry,
        ["attribution_first_touch_exp_timeout"] = call =>
            Touch(call, "first_value", call.RequiredWindow.With($"RANGE BETWEEN {Timeout(call)} PRECEDING AND CURRENT ROW")),
        ["attribution_last_touch_exp_timeout"] = LastTouchWithin,
    };

    private static string Touch(FunctionCall call, string function, string window)
    {
        (string time, string value) = (call[0], call[2]);
        return $"adobe_touch({call[1]}, {function}({value} IGNORE NULLS) {window}, "
            + $"{function}(CASE WHEN {value} IS NOT NULL THEN {time} END IGNORE NULLS) {window})";
    }

    private static string LastTouchUntilExpiry(FunctionCall call)
    {
        WindowClause window = call.Takes(4, 5).RequiredWindow;
        string past = $"adobe_since_expiry({Events(call)}) {window.With(WindowClause.UpToHere)}";
        string future = $"adobe_until_expiry({Events(call)}) {window.With(WindowClause.FromHere)}";
        return $"adobe_last_touch({call[1]}, {past}, {future}, {call[2]}, {call[0]})";
    }

    private static string LastTouchWithin(FunctionCall call)
    {
        string window = call.RequiredWindow.With($"RANGE BETWEEN CURRENT ROW AND {Timeout(call)} FOLLOWING");
        return $"adobe_touch({call[1]}, last_value({call[2]} IGNORE NULLS) {window}, last_value({call[0]}) {window})";
    }

    // The arguments of the aggregates: the touch, the time, the condition, and whether the channel expires before the event that meets it.
    private static string Events(FunctionCall call) =>
        $"CAST({call[2]} AS VARCHAR), CAST({call[0]} AS TIMESTAMP), CAST({call[3]} AS BOOLEAN), "
            + $"{(call.Count > 4 ? $"CAST({call[4]} AS BOOLEAN)" : "false")}";

    private static string Timeout(FunctionCall call) => $"INTERVAL ({call.Takes(4, 4)[3]}) SECONDS";
}
