namespace Aep.Sdk.Datasets;

/// <summary>A part of the platform that may depend on datasets.</summary>
internal interface IDatasetUses
{
    /// <summary>What it is, for messages: <c>dataflows</c>.</summary>
    string Name { get; }

    /// <summary>What of it depends on a dataset.</summary>
    Task<IReadOnlyList<DatasetUse>> FindAsync(Dataset dataset, CancellationToken cancellationToken);
}
