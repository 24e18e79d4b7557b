using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>A dataset of the catalog.</summary>
public sealed record Dataset
{
    internal const string ProfileTag = "unifiedProfile";
    internal const string IdentityTag = "unifiedIdentity";
    internal const string Enabled = "enabled:true";
    private const string TableTag = "adobe/pqs/table";
    internal static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoTags =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Id. In answers it is the key of the map, not a member.</summary>
    [JsonIgnore]
    public string Id { get; init; } = "";

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>The schema.</summary>
    public SchemaReference? SchemaRef { get; init; }

    /// <summary>Tags; each has a list of values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tags { get => field ?? NoTags; init; }

    /// <summary>When it was created, in milliseconds since 1970 UTC.</summary>
    public long? Created { get; init; }

    /// <summary>When it was changed last, in milliseconds since 1970 UTC.</summary>
    public long? Updated { get; init; }

    /// <summary>Version; it changes with each change.</summary>
    public string? Version { get; init; }

    /// <summary>State, for example <c>ACTIVE</c> or <c>DRAFT</c>.</summary>
    public string? State { get; init; }

    /// <summary>The view that its files are in.</summary>
    public string? ViewId { get; init; }

    /// <summary>What kind of data it holds, and who looks after it.</summary>
    public DatasetClassification? Classification { get; init; }

    /// <summary>How long its rows are kept.</summary>
    [JsonIgnore]
    public RowRetention Retention =>
        AdditionalProperties.TryGetValue("extensions", out JsonElement extensions) ? RetentionDocument.Read(extensions)
            : new RowRetention(null);

    /// <summary>How long the data lake keeps its rows, and who has said so; null where nothing is said.</summary>
    [JsonIgnore]
    public RowExpiration? LakeExpiration =>
        AdditionalProperties.TryGetValue("extensions", out JsonElement extensions) ? RetentionDocument.ReadLake(extensions) : null;

    /// <summary>How long Profile keeps its rows, and who has said so; null where nothing is said.</summary>
    [JsonIgnore]
    public RowExpiration? ProfileExpiration =>
        AdditionalProperties.TryGetValue("extensions", out JsonElement extensions) ? RetentionDocument.ReadProfile(extensions) : null;

    /// <summary>True when the rows go to Real-Time Customer Profile.</summary>
    [JsonIgnore]
    public bool IsEnabledForProfile => HasEnabled(ProfileTag);

    /// <summary>True when the identities of the rows go to Identity Service.</summary>
    [JsonIgnore]
    public bool IsEnabledForIdentity => HasEnabled(IdentityTag);

    /// <summary>True when Query Service has a table for the dataset: <see cref="TableName"/>.</summary>
    [JsonIgnore]
    public bool HasTable => Tags.TryGetValue(TableTag, out IReadOnlyList<string>? values) && values.Count > 0;

    /// <summary>The name of the dataset's table in Query Service.</summary>
    /// <exception cref="AepException">AEP has given the dataset no table (yet).</exception>
    [JsonIgnore]
    public string TableName => HasTable
        ? Tags[TableTag][0]
        : throw new AepException($"The dataset {Id} ({Name}) has no tag {TableTag}: Query Service has no table for it yet.");

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    // Adobe's pages write the value with and without a space.
    private bool HasEnabled(string tag) =>
        Tags.TryGetValue(tag, out IReadOnlyList<string>? values)
            && values.Any(value => value.Replace(" ", "", StringComparison.Ordinal) == Enabled);
}
