using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.Tests.Segmentation.Pql;

/// <summary>Rules about one person.</summary>
internal static class Rules
{
    private static readonly Dictionary<string, object> Person = new()
    {
        ["_t.propensity"] = 0.5,
        ["_t.age"] = 42d,
        ["_t.city"] = "Basel",
        ["_t.quote"] = "say \"hi\" \\ 'bye'",
        ["_t.member"] = true,
        ["_t.gone"] = false,
        ["orders"] = 3d,
    };

    public static bool Matches(string rule) => PqlParser.Parse(rule).Matches(Person.GetValueOrDefault);
}
