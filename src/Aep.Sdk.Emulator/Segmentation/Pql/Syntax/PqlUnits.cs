namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>The units of time of PQL, in the singular and in the plural.</summary>
internal static class PqlUnits
{
    private static readonly string[] Regular = ["millisecond", "second", "minute", "hour", "day", "week", "month", "year", "decade"];

    /// <returns>The unit in the singular, or null.</returns>
    public static string? Find(string word)
    {
        string lower = word.ToLowerInvariant();
        return lower switch
        {
            "century" or "centuries" => "century",
            "millennium" or "millennia" => "millennium",
            _ => Array.Find(Regular, unit => lower == unit || lower == unit + "s"),
        };
    }

    /// <summary>A unit as it stands after a number.</summary>
    public static string Write(string unit, double amount) => amount == 1 ? unit : unit switch
    {
        "century" => "centuries",
        "millennium" => "millennia",
        _ => unit + "s",
    };
}
