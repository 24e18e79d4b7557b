namespace Aep.Sdk.Emulator.QueryService.Listings;

/// <summary>How a filter compares. Times are texts of one form, so that they compare as texts do.</summary>
internal static class FilterComparison
{
    /// <summary>Holds where its opposite, equality, holds for none of the values.</summary>
    public const string Different = "!=";

    public static bool Holds(string actual, string comparison, string value) => comparison switch
    {
        "==" or Different => actual == value,
        "~" => actual.Contains(value, StringComparison.OrdinalIgnoreCase),
        ">" => string.CompareOrdinal(actual, value) > 0,
        "<" => string.CompareOrdinal(actual, value) < 0,
        ">=" => string.CompareOrdinal(actual, value) >= 0,
        _ => string.CompareOrdinal(actual, value) <= 0,
    };
}
