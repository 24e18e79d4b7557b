using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Why a query failed.</summary>
public sealed record QueryError
{
    /// <summary>The service's code or SQLSTATE, for example <c>58000</c>.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Code { get; init; }

    /// <summary>What happened.</summary>
    public string? Message { get; init; }

    /// <summary>Whose error it is: <c>USER_ERROR</c> or <c>SYSTEM_ERROR</c>, if the service says.</summary>
    public string? ErrorType { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
