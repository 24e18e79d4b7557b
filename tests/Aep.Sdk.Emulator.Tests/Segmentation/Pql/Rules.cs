using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.Tests.Segmentation.Pql;

/// <summary>Rules about one person, asked on a Wednesday: 2026-03-18 10:30 UTC.</summary>
internal static class Rules
{
    public static readonly DateTimeOffset Now = new(2026, 3, 18, 10, 30, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, object?> Person = Documents.Parse("""
        { "_t": { "propensity": 0.5, "age": 42, "city": "Basel", "quote": "say \"hi\" \\ 'bye'", "member": true, "gone": false },
         "orders": 3 }
        """);

    public static bool Matches(string rule) => Matches(rule, Person);

    public static bool Matches(string rule, Dictionary<string, object?> person, params Dictionary<string, object?>[] events) =>
        Bind(rule).Matches(new PqlSubject(person, Now) { Events = events });

    public static object? Value(string expression, Dictionary<string, object?> person, params Dictionary<string, object?>[] events) =>
        PqlRule.Bind(PqlParser.Parse(expression), PqlType.Any, PqlType.Any).Evaluate(new PqlSubject(person, Now) { Events = events });

    public static PqlRule Bind(string rule) => PqlRule.BindCondition(PqlParser.Parse(rule), PqlType.Any, PqlType.Any);
}
