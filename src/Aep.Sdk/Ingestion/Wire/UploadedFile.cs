using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Ingestion;

/// <summary>Answer to a part of a large file.</summary>
internal sealed record UploadedFile
{
    public string? Name { get; init; }

    public long? SizeInBytes { get; init; }

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
