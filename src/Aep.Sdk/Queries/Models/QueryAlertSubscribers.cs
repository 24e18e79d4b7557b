using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Who gets an alert.</summary>
public sealed record QueryAlertSubscribers
{
    /// <summary>Addresses that get it by e-mail.</summary>
    public IReadOnlyList<string> EmailNotifications { get => field ?? []; init; }

    /// <summary>Addresses of the users who see it in Experience Platform.</summary>
    public IReadOnlyList<string> InContextNotifications { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
