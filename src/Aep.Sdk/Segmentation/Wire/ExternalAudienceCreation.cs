using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Segmentation;

/// <summary>How the creation of an external audience stands: what was asked for, and, once it is there, its id.</summary>
internal sealed record ExternalAudienceCreation
{
    public string? OperationId { get; init; }

    public ExternalAudienceStatus Status { get; init; }

    public ExternalAudience? OperationDetails { get; init; }

    public string? AudienceId { get; init; }

    public string? AudienceName { get; init; }

    public string? CreatedBy { get; init; }

    public long? CreatedAt { get; init; }

    public string? UpdatedBy { get; init; }

    public long? UpdatedAt { get; init; }

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    public ExternalAudience ToAudience() => (OperationDetails ?? new ExternalAudience { Name = AudienceName }) with
    {
        AudienceId = AudienceId,
        CreatedBy = CreatedBy,
        CreatedAt = CreatedAt,
        UpdatedBy = UpdatedBy,
        UpdatedAt = UpdatedAt,
    };
}
