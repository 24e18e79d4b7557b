using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>How the organisation uses the registry.</summary>
public sealed record RegistryStats
{
    /// <summary>The tenant id; custom fields stand under <c>_{tenantId}</c>.</summary>
    public required string TenantId { get; init; }

    /// <summary>Id of the organisation.</summary>
    public string? ImsOrg { get; init; }

    /// <summary>
    /// How many resources of a kind there are: <c>schemas</c>, <c>mixins</c> (field groups), <c>datatypes</c>, <c>classes</c>,
    /// <c>unions</c>.
    /// </summary>
    public IReadOnlyDictionary<string, long> Counts { get => field ?? new Dictionary<string, long>(); init; }

    /// <summary>What was made lately.</summary>
    public IReadOnlyList<SchemaSummary> RecentlyCreatedResources { get => field ?? []; init; }

    /// <summary>What was changed lately.</summary>
    public IReadOnlyList<SchemaSummary> RecentlyUpdatedResources { get => field ?? []; init; }

    /// <summary>Which schemas each class has.</summary>
    [JsonConverter(typeof(ClassUsageConverter))]
    public IReadOnlyList<ClassUsage> ClassUsage { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
