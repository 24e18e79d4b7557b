using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>One update of a resource.</summary>
public sealed record AuditLogEntry
{
    /// <summary><c>$id</c> of the resource that was asked for.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Id of the user who made the update.</summary>
    public string? UpdatedUser { get; init; }

    /// <summary>When, in the registry's own words: <c>02-19-2021 05:43:56</c>, UTC.</summary>
    public string? UpdatedTime { get; init; }

    /// <summary>Id of the request that made the update.</summary>
    public string? RequestId { get; init; }

    /// <summary>Id of the client that made the update.</summary>
    public string? ClientId { get; init; }

    /// <summary>What was changed.</summary>
    public IReadOnlyList<AuditLogChange> Updates { get => field ?? AuditTrails ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    // The specification says updates, Adobe's guide auditTrails.
    [JsonInclude]
    [JsonPropertyName("auditTrails")]
    internal IReadOnlyList<AuditLogChange>? AuditTrails { get; set; }

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
