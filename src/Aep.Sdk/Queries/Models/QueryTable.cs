using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>The dataset that the rows of a query become: it runs as CREATE TABLE AS.</summary>
public sealed record QueryTable
{
    /// <summary>Name of the new dataset.</summary>
    public required string DatasetName { get; init; }

    /// <summary>What the dataset is.</summary>
    public string? Description { get; init; }

    /// <summary>Title of the schema of the new dataset.</summary>
    public string? TargetSchemaTitle { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
