using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>An audience whose members come from a file that was made elsewhere.</summary>
public sealed record ExternalAudience
{
    /// <summary>Id of the audience.</summary>
    public string? AudienceId { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get => field ?? AudienceName; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>An id of one's own for the audience.</summary>
    public string? CustomAudienceId { get; init; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<ExternalAudienceField> Fields { get => field ?? []; init; }

    /// <summary>Where the file lies.</summary>
    [JsonPropertyName("sourceSpec")]
    [JsonConverter(typeof(ExternalAudienceSourceConverter))]
    public ExternalAudienceSource? Source { get; init; }

    /// <summary>For how many days its members stay.</summary>
    public int? TtlInDays { get; init; }

    /// <summary>Access labels.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>What its members are, <c>people</c>.</summary>
    public string? AudienceType { get; init; }

    /// <summary>Name of its origin.</summary>
    public string? OriginName { get; init; }

    /// <summary>Namespace of the audience.</summary>
    public string? Namespace { get; init; }

    /// <summary>Id of who has created it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When it was asked for, in seconds since 1970 UTC.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>Id of who has changed it last.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>When it was changed last, in seconds since 1970 UTC.</summary>
    public long? UpdatedAt { get; init; }

    // Some answers name it so.
    [JsonInclude]
    internal string? AudienceName { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
