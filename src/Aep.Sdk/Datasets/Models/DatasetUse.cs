namespace Aep.Sdk.Datasets;

/// <summary>Something that depends on a dataset.</summary>
/// <param name="Kind">How.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, where it has one.</param>
public sealed record DatasetUse(DatasetUseKind Kind, string Id, string? Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name is null ? $"{Kind} {Id}" : $"{Kind} {Id} ({Name})";
}
