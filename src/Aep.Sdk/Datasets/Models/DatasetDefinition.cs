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

    /// <summary>
    /// Feeds the identities of the rows to Identity Service; null for the same as <see cref="ProfileEnabled"/>, which is what Adobe
    /// advises.
    /// </summary>
    public bool? IdentityEnabled { get; init; }

    /// <summary>Tags of your own; names that begin with <c>adobe</c> are Adobe's.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tags { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Keeps, for each row that an ingestion refuses, why.</summary>
    public bool? EnableErrorDiagnostics { get; init; }

    internal bool FeedsIdentities => IdentityEnabled ?? ProfileEnabled;
}
