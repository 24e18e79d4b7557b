namespace Aep.Sdk.Emulator.Sql;

/// <summary>The tables that a statement may read.</summary>
internal interface ITableSource
{
    /// <summary>The table of that name, in any case of letters, or null.</summary>
    SqlTable? Find(string name);

    /// <summary>All tables, in the order of their creation.</summary>
    IReadOnlyList<SqlTable> All();

    /// <summary>The views.</summary>
    LakeViews Views { get; }

    /// <summary>The groups that tables and views were put in.</summary>
    DataGroups Groups { get; }

    /// <summary>Keys and identities.</summary>
    TableConstraints Constraints { get; }

    /// <summary>The samples of a table, oldest first.</summary>
    IReadOnlyList<TableSample> Samples(SqlTable table);
}
