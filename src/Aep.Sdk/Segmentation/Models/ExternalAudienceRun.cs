using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>An ingestion of the members of an external audience.</summary>
public sealed record ExternalAudienceRun
{
    /// <summary>Id of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>Id of the audience.</summary>
    public string? AudienceId { get; init; }

    /// <summary>Name of the audience.</summary>
    public string? AudienceName { get; init; }

    /// <summary>How it stands; absent in the answer to its start.</summary>
    public ExternalAudienceStatus? Status { get; init; }

    /// <summary>Whether only what has changed since the last run is taken.</summary>
    public bool? DifferentialIngestion { get; init; }

    /// <summary>Files that were changed after this time are taken; in seconds since 1970 UTC.</summary>
    public long? DataFilterStartTime { get; init; }

    /// <summary>Files that were changed before this time are taken; in seconds since 1970 UTC.</summary>
    public long? DataFilterEndTime { get; init; }

    /// <summary>When it was asked for, in seconds since 1970 UTC.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>Id of who has asked for it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Its stages: into the data lake, into the profile store.</summary>
    public IReadOnlyList<ExternalAudienceStage> Details { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
