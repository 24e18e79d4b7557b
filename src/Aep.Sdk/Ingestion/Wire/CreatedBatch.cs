using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Ingestion;

/// <summary>Answer of POST /batches. The batch as a whole is the catalog's business.</summary>
internal sealed record CreatedBatch
{
    public required string Id { get; init; }

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
