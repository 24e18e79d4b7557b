using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>An alert of a query or a schedule (Query Service <c>/alert-subscriptions</c>).</summary>
public sealed record QueryAlert
{
    /// <summary>The alert's id.</summary>
    public string? Id { get; init; }

    /// <summary>The query or the schedule.</summary>
    public string? AssetId { get; init; }

    /// <summary>When it is sent.</summary>
    public QueryAlertType AlertType { get; init; }

    /// <summary>Whether it is sent; null where the service does not say.</summary>
    public QueryAlertStatus? Status { get; init; }

    /// <summary>Who gets it. Not in listings.</summary>
    public QueryAlertSubscribers? Subscriptions { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
