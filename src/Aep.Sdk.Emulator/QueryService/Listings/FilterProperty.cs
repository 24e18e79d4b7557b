using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.QueryService.Listings;

/// <summary>
/// A member of documents that a listing can be filtered by.
/// <see cref="Operators"/>: the comparisons that the API documents for it.
/// <see cref="Read"/>: its values in a document; a condition holds if it holds for one of them.
/// </summary>
internal sealed record FilterProperty(string Name, IReadOnlyList<string> Operators, Func<JsonObject, IEnumerable<string>> Read)
{
    /// <summary>Every comparison of the API.</summary>
    public static readonly string[] AnyOperator = ["==", "!=", ">=", "<=", "~", ">", "<"];

    /// <summary>Values are points in time and compare as such.</summary>
    public bool IsTime { get; init; }

    /// <summary>A value may have no comma, as the API documents for texts of SQL.</summary>
    public bool WithoutComma { get; init; }

    /// <summary>Most values that <c>||</c> may join.</summary>
    public int Alternatives { get; init; } = 1;

    public static FilterProperty Of(string name, params string[] operators) =>
        new(name, operators, document => [(string?)document[name] ?? ""]);

    public static FilterProperty Time(string name, params string[] operators) => Of(name, operators) with { IsTime = true };
}
