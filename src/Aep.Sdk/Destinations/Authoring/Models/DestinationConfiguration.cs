using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A destination of one's own (Destination SDK <c>/destinations</c>).</summary>
public sealed record DestinationConfiguration : IAuthoringResource
{
    /// <summary>Its id; none before it is created.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The id of its connection specification, by which Flow Service knows it; the service gives it.</summary>
    public string? DestConfigId { get; init; }

    /// <summary>When it was created.</summary>
    public string? CreatedDate { get; init; }

    /// <summary>When it was changed last.</summary>
    public string? LastModifiedDate { get; init; }

    /// <summary>Its name in the catalogue.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Where it stands.</summary>
    public DestinationStatus? Status { get; init; }

    /// <summary>How customers authenticate.</summary>
    public IReadOnlyList<CustomerAuthentication>? CustomerAuthenticationConfigurations { get; init; }

    /// <summary>What customers enter.</summary>
    public IReadOnlyList<CustomerDataField>? CustomerDataFields { get; init; }

    /// <summary>How it looks in the catalogue.</summary>
    public UiAttributes? UiAttributes { get; init; }

    /// <summary>Which identities it takes, by the names that it has for them.</summary>
    public IReadOnlyDictionary<string, DestinationIdentityNamespace>? IdentityNamespaces { get; init; }

    /// <summary>Through which servers it is reached.</summary>
    public IReadOnlyList<DestinationDelivery>? DestinationDelivery { get; init; }

    /// <summary>Which fields can be mapped.</summary>
    public PartnerSchema? SchemaConfig { get; init; }

    /// <summary>How profiles are gathered into requests.</summary>
    public DestinationAggregation? Aggregation { get; init; }

    /// <summary>How files are exported.</summary>
    public BatchConfiguration? BatchConfig { get; init; }

    /// <summary>How audiences are mapped.</summary>
    public SegmentMapping? SegmentMappingConfig { get; init; }

    /// <summary>The audience template that it uses.</summary>
    public SegmentMapping? AudienceMetadataConfig { get; init; }

    /// <summary>For which purposes it uses data.</summary>
    public IReadOnlyList<string>? MarketingActions { get; init; }

    /// <summary>The labels that data for it must not have.</summary>
    public IReadOnlyList<string>? DuleLabels { get; init; }

    /// <summary>Whether it is told of members of before, too.</summary>
    public bool? BackfillHistoricalProfileData { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
