namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A key as the catalog has it. <see cref="Columns"/> and <see cref="Referenced"/> are numbers of columns. A primary key is an index of the
/// same id, too; the id of a foreign key's primary key is <see cref="Index"/>, or 0.
/// </summary>
internal sealed record CatalogKey(
    uint Oid,
    string Name,
    bool IsPrimary,
    uint Relation,
    IReadOnlyList<int> Columns,
    uint ReferencedRelation,
    IReadOnlyList<int> Referenced,
    uint Index)
{
    /// <summary>The columns of the index of a primary key.</summary>
    public IReadOnlyList<TableColumn> IndexColumns { get; init; } = [];
}
