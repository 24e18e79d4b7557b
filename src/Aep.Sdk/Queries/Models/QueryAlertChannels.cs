using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>How a user gets an alert.</summary>
public sealed record QueryAlertChannels
{
    /// <summary>By e-mail.</summary>
    public bool? EmailNotifications { get; init; }

    /// <summary>In Experience Platform.</summary>
    public bool? InContextNotifications { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
