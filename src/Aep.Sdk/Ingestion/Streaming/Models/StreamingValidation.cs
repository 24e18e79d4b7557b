using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Ingestion;

/// <summary>Synchronous validation of a record.</summary>
public sealed record StreamingValidation
{
    /// <summary>True when it was not asked for.</summary>
    public bool? Skipped { get; init; }

    /// <summary>Its outcome, as AEP names it: <c>pass</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
