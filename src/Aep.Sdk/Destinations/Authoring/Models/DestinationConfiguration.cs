using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A destination of one's own (Destination SDK <c>/destinations</c>).</summary>
public sealed record DestinationConfiguration : IAuthoringResource
{
    /// <summary>Its id; none before it is created.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When it was created.</summary>
    public string? CreatedDate { get; init; }

    /// <summary>When it was changed last.</summary>
    public string? LastModifiedDate { get; init; }

    /// <summary>Its name in the catalogue.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary><c>TEST</c>, <c>PUBLISHED</c> or <c>DELETED</c>.</summary>
    public string? Status { get; init; }

    /// <summary>How customers authenticate.</summary>
    public IReadOnlyList<CustomerAuthentication> CustomerAuthenticationConfigurations { get => field ?? []; init; }

    /// <summary>What customers enter.</summary>
    public IReadOnlyList<CustomerDataField> CustomerDataFields { get => field ?? []; init; }

    /// <summary>How it looks in the catalogue.</summary>
    public JsonObject? UiAttributes { get; init; }

    /// <summary>Which identities it takes.</summary>
    public JsonObject? IdentityNamespaces { get; init; }

    /// <summary>Through which servers it is reached.</summary>
    public IReadOnlyList<DestinationDelivery> DestinationDelivery { get => field ?? []; init; }

    /// <summary>Which fields can be mapped.</summary>
    public JsonObject? SchemaConfig { get; init; }

    /// <summary>How profiles are gathered into requests.</summary>
    public JsonObject? Aggregation { get; init; }

    /// <summary>How files are exported.</summary>
    public JsonObject? BatchConfig { get; init; }

    /// <summary>How audiences are mapped.</summary>
    public JsonObject? SegmentMappingConfig { get; init; }

    /// <summary>The audience template that it uses.</summary>
    public JsonObject? AudienceMetadataConfig { get; init; }

    /// <summary>For which purposes it uses data.</summary>
    public IReadOnlyList<string> MarketingActions { get => field ?? []; init; }

    /// <summary>Whether it is told of members of before, too.</summary>
    public bool? BackfillHistoricalProfileData { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
