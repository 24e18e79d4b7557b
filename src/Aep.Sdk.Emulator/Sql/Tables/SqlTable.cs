using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>A dataset as Query Service sees it.</summary>
/// <param name="Name">Table name, lower case.</param>
/// <param name="DatasetId">Catalog id.</param>
/// <param name="Columns">Top-level columns.</param>
/// <param name="Snapshots">Commits, oldest first.</param>
internal sealed record SqlTable(string Name, string DatasetId, IReadOnlyList<TableColumn> Columns, IReadOnlyList<LakeSnapshot> Snapshots)
{
    /// <summary>The name of the dataset in the catalog.</summary>
    public string DatasetName { get; init; } = Name;

    /// <summary>The table with its nested fields, when the columns of this one are its leaf fields.</summary>
    public SqlTable? Nested { get; init; }

    /// <summary>The <c>$id</c> of the dataset's schema.</summary>
    public string SchemaId { get; init; } = "";
}
