using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>Copies a source attribute to a path of the target schema.</summary>
internal sealed record Mapping(string Source, string Destination)
{
    public static IReadOnlyList<Mapping> Of(JsonObject mappingSet) =>
        [.. mappingSet["mappings"]!.AsArray().Select(mapping => new Mapping(Text(mapping, "source", "sourceAttribute"), Text(mapping, "destination", "destinationXdmPath")))];

    private static string Text(JsonNode? mapping, string name, string oldName) => (string?)mapping?[name] ?? (string?)mapping?[oldName] ?? "";
}
