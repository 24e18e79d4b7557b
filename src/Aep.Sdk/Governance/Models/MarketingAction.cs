using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>A marketing action: something that data may be used for.</summary>
public sealed record MarketingAction
{
    /// <summary>Name, for example <c>exportToThirdParty</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
