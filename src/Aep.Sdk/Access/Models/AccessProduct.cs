using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Access;

/// <summary>A product that the organisation has.</summary>
public sealed record AccessProduct
{
    /// <summary>Id.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Code of the service.</summary>
    public string? ServiceCode { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
