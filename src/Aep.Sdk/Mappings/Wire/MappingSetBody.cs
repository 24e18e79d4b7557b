using System.Text.Json.Nodes;

namespace Aep.Sdk.Mappings;

internal sealed class MappingSetBody
{
    public string? Name { get; init; }

    public SchemaBody? InputSchema { get; init; }

    public required SchemaBody OutputSchema { get; init; }

    public required IReadOnlyList<Mapping> Mappings { get; init; }

    internal sealed class SchemaBody
    {
        public SchemaReferenceBody? SchemaRef { get; init; }

        public JsonObject? JsonSchema { get; init; }
    }

    internal sealed record SchemaReferenceBody(string Id, string ContentType);
}
