using System.Text.Json.Serialization;

namespace Aep.Sdk.Segmentation;

/// <summary>An audience whose members come from a file that was made elsewhere.</summary>
/// <param name="Name">Name.</param>
/// <param name="Fields">Its columns, 1 to 41 of them; at least one holds identities.</param>
/// <param name="Source">Where the file lies.</param>
public sealed record ExternalAudienceDefinition(
    string Name,
    IReadOnlyList<ExternalAudienceField> Fields,
    [property: JsonPropertyName("sourceSpec"), JsonConverter(typeof(ExternalAudienceSourceConverter))] ExternalAudienceSource Source)
{
    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>An id of one's own for the audience.</summary>
    public string? CustomAudienceId { get; init; }

    /// <summary>For how many days its members stay, 1 to 90; null for the service's 30.</summary>
    public int? TtlInDays { get; init; }

    /// <summary>Access labels, for example <c>core/C1</c>.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Ids of tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>What its members are; the service knows <c>people</c> alone.</summary>
    public string AudienceType { get; init; } = "people";

    /// <summary>Name of its origin.</summary>
    public string OriginName { get; init; } = "CUSTOM_UPLOAD";

    /// <summary>Namespace of the audience; null for the service's <c>CustomerAudienceUpload</c>.</summary>
    public string? Namespace { get; init; }
}
