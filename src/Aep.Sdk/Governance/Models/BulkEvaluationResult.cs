using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>The result of one of several evaluations.</summary>
public sealed record BulkEvaluationResult
{
    /// <summary>HTTP status of this evaluation.</summary>
    public int Status { get; init; }

    /// <summary>The evaluation, where it succeeded.</summary>
    public PolicyEvaluation? Body { get; init; }

    /// <summary>Why it failed.</summary>
    public BulkEvaluationError? Error { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
