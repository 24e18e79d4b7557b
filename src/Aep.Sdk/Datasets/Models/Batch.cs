using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>A batch of a dataset.</summary>
public sealed record Batch
{
    /// <summary>Id. In answers it is the key of the map, not a member.</summary>
    [JsonIgnore]
    public string Id { get; init; } = "";

    /// <summary>The id that the client has given it when it was created; AEP's own where it gave none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>State.</summary>
    public required BatchStatus Status { get; init; }

    /// <summary>Counts, once it was processed.</summary>
    public BatchMetrics? Metrics { get; init; }

    /// <summary>Why it failed.</summary>
    public IReadOnlyList<BatchError> Errors { get => field ?? []; init; }

    /// <summary>When it was created, in milliseconds since 1970 UTC.</summary>
    public long? Created { get; init; }

    /// <summary>When it was changed last, in milliseconds since 1970 UTC.</summary>
    public long? Updated { get; init; }

    /// <summary>Version; it changes with each change.</summary>
    public string? Version { get; init; }

    /// <summary>What it belongs to: its dataset among others.</summary>
    public IReadOnlyList<CatalogRelation> RelatedObjects { get => field ?? []; init; }

    /// <summary>Tags; each has a list of values. A flag or a number of AEP's own is a list of one text.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tags { get => field ?? Dataset.NoTags; init; }

    /// <summary>How its files are written; null where nobody has said.</summary>
    public BatchInputFormat? InputFormat { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
