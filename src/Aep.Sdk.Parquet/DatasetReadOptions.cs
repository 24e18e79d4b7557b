namespace Aep.Sdk.Parquet;

/// <summary>What of a dataset is read.</summary>
public sealed record DatasetReadOptions
{
    /// <summary>
    /// Paths of the columns, with dots (<c>_acme.userId</c>); a path stands for all below it. Null for the columns that the row type has. A
    /// column that a file does not have is left out.
    /// </summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Ids of the batches; null for all that succeeded.</summary>
    public IReadOnlyCollection<string>? BatchIds { get; init; }
}
