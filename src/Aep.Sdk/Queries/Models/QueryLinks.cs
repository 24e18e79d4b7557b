using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Resources that belong to a query.</summary>
public sealed record QueryLinks
{
    /// <summary>Datasets that the query reads. Known from the state IN_PROGRESS on.</summary>
    [JsonPropertyName("referenced_datasets")]
    public IReadOnlyList<QueryResourceLink> ReferencedDatasets { get => field ?? []; init; }

    /// <summary>The dataset that the query has made.</summary>
    [JsonPropertyName("created_dataset")]
    public QueryResourceLink? CreatedDataset { get; init; }

    /// <summary>The schedule that started the query.</summary>
    public QueryResourceLink? Schedule { get; init; }

    /// <summary>The schedule's run that the query belongs to.</summary>
    [JsonPropertyName("schedule_run")]
    public QueryResourceLink? ScheduleRun { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
