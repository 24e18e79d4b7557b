using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>An error of a run.</summary>
public sealed record FlowRunError
{
    /// <summary>The service's code, for example <c>ACTIVATION_BATCH-0000-FAILED</c>.</summary>
    public string? Code { get; init; }

    /// <summary>What happened.</summary>
    public string? Message { get; init; }

    /// <summary>Code and message, for people to read.</summary>
    public override string ToString() => $"{Code}: {Message}";

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
