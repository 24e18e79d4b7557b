using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Which fields of a destination can be mapped.</summary>
public sealed record PartnerSchema
{
    /// <summary>Its fields.</summary>
    public IReadOnlyList<CustomerDataField>? ProfileFields { get; init; }

    /// <summary>Whether attributes can be mapped.</summary>
    public bool? ProfileRequired { get; init; }

    /// <summary>Always true, as the service demands it.</summary>
    public bool? SegmentRequired { get; init; }

    /// <summary>Whether identities can be mapped.</summary>
    public bool? IdentityRequired { get; init; }

    /// <summary>Of which namespaces audiences can be mapped; by default of all.</summary>
    public IReadOnlyList<string>? SegmentNamespaceAllowList { get; init; }

    /// <summary>Of which namespaces they cannot.</summary>
    public IReadOnlyList<string>? SegmentNamespaceDenyList { get; init; }

    /// <summary>Where the fields are asked for, instead of <see cref="ProfileFields"/>.</summary>
    public DynamicSchema? DynamicSchemaConfig { get; init; }

    /// <summary>Whether the customer's own schema is mapped.</summary>
    public bool? UseCustomerSchemaForAttributeMapping { get; init; }

    /// <summary>Whether nothing else than <see cref="RequiredMappings"/> can be mapped.</summary>
    public bool? RequiredMappingsOnly { get; init; }

    /// <summary>Mappings that customers cannot take away.</summary>
    public IReadOnlyList<RequiredMapping>? RequiredMappings { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
