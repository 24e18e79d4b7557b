using System.Text.Json.Nodes;

namespace Aep.Sdk.Datasets;

/// <summary>Body of POST /dataSets.</summary>
internal sealed record DatasetBody(
    string Name, string Description, SchemaReference SchemaRef, JsonObject FileDescription, IReadOnlyDictionary<string,
    IReadOnlyList<string>> Tags,
    bool? EnableErrorDiagnostics)
{
    /// <summary>With the tags of a dataset whose names are Adobe's.</summary>
    public DatasetBody KeepingTagsOf(Dataset present)
    {
        var tags = new Dictionary<string, IReadOnlyList<string>>(Tags, StringComparer.Ordinal);
        foreach ((string name, IReadOnlyList<string> values) in present.Tags)
        {
            if (name.StartsWith("adobe", StringComparison.Ordinal))
                tags.TryAdd(name, values);
        }
        return this with { Tags = tags };
    }

    // The tags go along: a dataset that was created and could not be enabled afterwards would be neither one nor the other.
    public static DatasetBody From(DatasetDefinition definition)
    {
        var tags = new Dictionary<string, IReadOnlyList<string>>(definition.Tags, StringComparer.Ordinal);
        if (definition.ProfileEnabled)
            tags[Dataset.ProfileTag] = [Dataset.Enabled];
        if (definition.FeedsIdentities)
            tags[Dataset.IdentityTag] = [Dataset.Enabled];
        return new DatasetBody(
            definition.Name,
            definition.Description,
            new SchemaReference { Id = definition.SchemaId, ContentType = "application/vnd.adobe.xed+json;version=1" },
            new JsonObject { ["persisted"] = true, ["containerFormat"] = "parquet", ["format"] = "parquet" },
            tags,
            definition.EnableErrorDiagnostics);
    }
}
