using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Addresses that may connect.</summary>
public sealed record QueryIpRange
{
    /// <summary>One address, or a range in CIDR notation: <c>136.23.110.0/23</c>.</summary>
    public required string IpRange { get; init; }

    /// <summary>What they are.</summary>
    public string? Description { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
