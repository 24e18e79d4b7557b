namespace Aep.Sdk.Datasets;

/// <summary>A dataset to create.</summary>
/// <param name="Name">Name; get-or-create finds the dataset by it.</param>
/// <param name="SchemaId">The schema's <c>$id</c>.</param>
public sealed record DatasetDefinition(string Name, string SchemaId)
{
    /// <summary>Description.</summary>
    public string Description { get; init; } = "";

    /// <summary>Feeds the rows to Real-Time Customer Profile. The schema must be enabled for Profile.</summary>
    public bool ProfileEnabled { get; init; }
}
