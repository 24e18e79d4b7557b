using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>Labels of a dataset: of the connection, of itself, of its fields.</summary>
public sealed record EntityLabels
{
    /// <summary>Of the connection that the data came through.</summary>
    public LabelSet? Connection { get; init; }

    /// <summary>Of the dataset.</summary>
    public LabelSet? DataSet { get => field ?? LowerCase; init; }

    /// <summary>Of its fields.</summary>
    public IReadOnlyList<FieldLabels>? Fields { get; init; }

    // So the answers of bulk evaluations write it.
    [JsonInclude]
    [JsonPropertyName("dataset")]
    internal LabelSet? LowerCase { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
