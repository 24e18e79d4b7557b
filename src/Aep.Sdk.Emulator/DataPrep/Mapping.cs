using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>Fills a path of the target schema from a source attribute, an expression or a fixed value.</summary>
internal sealed record Mapping(string Type, string Source, string Destination)
{
    public const string Attribute = "ATTRIBUTE";
    public const string Expression = "EXPRESSION";
    public const string Static = "STATIC";

    public static IReadOnlyList<Mapping> Of(JsonObject mappingSet) => [.. mappingSet["mappings"]!.AsArray().Select(Read)];

    public static Mapping Read(JsonNode? mapping) => new(
        TypeOf((string?)mapping?["sourceType"]), Text(mapping, "source", "sourceAttribute"),
        Text(mapping, "destination", "destinationXdmPath"));

    // The names of Data Prep's first version are still sent.
    private static string TypeOf(string? type) => type?.ToUpperInvariant() switch
    {
        null or "TEXT/X.SCHEMA-PATH" => Attribute,
        "TEXT/X.AEP-XL" => Expression,
        string other => other,
    };

    private static string Text(JsonNode? mapping, string name, string oldName) =>
        mapping?[name]?.ToString() ?? mapping?[oldName]?.ToString() ?? "";
}
