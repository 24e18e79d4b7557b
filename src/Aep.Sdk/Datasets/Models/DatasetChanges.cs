using System.Text.Json.Nodes;

namespace Aep.Sdk.Datasets;

/// <summary>Changes of a dataset's attributes. What is null stays as it is; objects are merged with what is there.</summary>
public sealed record DatasetChanges
{
    /// <summary>Another description.</summary>
    public string? Description { get; init; }

    /// <summary>Tags to set; others stay.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Tags { get; init; }

    /// <summary>What kind of data it holds, and who looks after it.</summary>
    public DatasetClassification? Classification { get; init; }

    /// <summary>Extensions, deep as they are; a null in them is said. For row expiration see <see cref="RetentionClient"/>.</summary>
    public JsonObject? Extensions { get; init; }
}
