using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>Something that can be downloaded: a part of a dataset file, or a file of failed records.</summary>
public sealed record FilePart
{
    /// <summary>Name: the <c>path</c> to download it by.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes.</summary>
    [JsonIgnore]
    public long? Length { get => CountText.Parse(LengthText); init => LengthText = CountText.Write(value); }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    [JsonInclude]
    [JsonPropertyName("length")]
    [JsonConverter(typeof(TextOrNumberConverter))]
    internal string? LengthText { get; init; }
}
