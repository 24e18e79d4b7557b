using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>Why an evaluation failed.</summary>
public sealed record BulkEvaluationError
{
    /// <summary>HTTP status.</summary>
    public int? Status { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>What AEP says about it.</summary>
    public string? Detail { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
