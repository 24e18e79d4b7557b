using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A made-up profile to test a destination with.</summary>
public sealed record SampleProfile
{
    /// <summary>The audiences it is in.</summary>
    public JsonObject? SegmentMembership { get; init; }

    /// <summary>Its attributes.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>Its identities.</summary>
    public JsonElement? IdentityMap { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
