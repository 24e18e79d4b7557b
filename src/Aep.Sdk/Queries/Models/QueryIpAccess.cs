using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>From which addresses interactive clients may connect to a sandbox (Data Distiller).</summary>
public sealed record QueryIpAccess
{
    /// <summary>The organisation.</summary>
    public string? ImsOrg { get; init; }

    /// <summary>The sandbox.</summary>
    public string? SandboxName { get; init; }

    /// <summary>What the restriction is for; <c>data_distiller</c>: PostgreSQL and JDBC connections.</summary>
    public string? Channel { get; init; }

    /// <summary>The ranges that may connect; none means that there is no restriction.</summary>
    public IReadOnlyList<QueryIpRange> AllowedIpRanges { get => field ?? []; init; }

    /// <summary>The ranges that were removed by this call.</summary>
    public IReadOnlyList<QueryIpRange> DeletedIpRanges { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
