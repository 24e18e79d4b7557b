using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>An alert that a user gets.</summary>
public sealed record UserQueryAlert
{
    /// <summary>The alert's name.</summary>
    public string? Name { get; init; }

    /// <summary>The query or the schedule.</summary>
    public string? AssetId { get; init; }

    /// <summary>When it is sent.</summary>
    public QueryAlertType AlertType { get; init; }

    /// <summary>Whether it is sent; null where the service does not say.</summary>
    public QueryAlertStatus? Status { get; init; }

    /// <summary>How the user gets it.</summary>
    public QueryAlertChannels? Subscriptions { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
