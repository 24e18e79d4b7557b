using System.Text.Json.Nodes;

namespace Aep.Sdk.Mappings;

internal sealed record PreviewBody(JsonNode Data, MappingSetBody MappingSet);
