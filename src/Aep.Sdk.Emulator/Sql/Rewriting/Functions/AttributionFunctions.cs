namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// First and last touch attribution. The last touch with an expiration looks ahead of the current row, whatever the frame says: so do the tables of
/// Adobe's page, whose queries have a frame that ends at the current row.
/// </summary>
internal static class AttributionFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionTranslation> All = new Dictionary<string, FunctionTranslation>
    {
        ["attribution_first_touch"] = call => Touch(call, "first_value", call.Takes(3, 3).RequiredWindow.Text),
        ["attribution_last_touch"] = call => Touch(call, "last_value", call.Takes(3, 3).RequiredWindow.Text),
        ["attribution_first_touch_exp_if"] = call =>
            $"adobe_first_touch({call.Takes(4, 5)[1]}, adobe_since_expiry({Events(call, call.RequiredWindow.Text)}, {Before(call)}))",
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
        string past = $"adobe_since_expiry({Events(call, window.With(WindowClause.UpToHere))}, {Before(call)})";
        string future = $"adobe_until_expiry({Events(call, window.With(WindowClause.FromHere))}, {Before(call)})";
        return $"adobe_last_touch({call[1]}, {past}, {future})";
    }

    private static string LastTouchWithin(FunctionCall call)
    {
        string window = call.RequiredWindow.With($"RANGE BETWEEN CURRENT ROW AND {Timeout(call)} FOLLOWING");
        return $"adobe_touch({call[1]}, last_value({call[2]} IGNORE NULLS) {window}, last_value({call[0]}) {window})";
    }

    private static string Events(FunctionCall call, string window) =>
        $"list({{'time': {call[0]}, 'touched': {call[2]}, 'expires': coalesce(CAST(({call[3]}) AS BOOLEAN), false)}}) {window}";

    private static string Before(FunctionCall call) => call.Count > 4 ? call[4] : "false";

    private static string Timeout(FunctionCall call) => $"INTERVAL ({call.Takes(4, 4)[3]}) SECONDS";
}
