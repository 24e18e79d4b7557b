namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The tables for a session with the setting FLATTEN, for tools that know no nested fields: each leaf field is a column, called by its path
/// (<c>"commerce.order.priceTotal"</c>). Lists and maps stay what they are, and so do views.
/// </summary>
internal sealed class FlatTables(ITableSource nested) : ITableSource
{
    /// <summary>What a database name ends in that asks for it.</summary>
    public const string Setting = "?FLATTEN";

    public LakeViews Views => nested.Views;

    public DataGroups Groups => nested.Groups;

    public TableConstraints Constraints => nested.Constraints;

    public SqlTable? Find(string name) => nested.Find(name) is SqlTable table ? Flat(table) : null;

    public IReadOnlyList<SqlTable> All() => [.. nested.All().Select(Flat)];

    public IReadOnlyList<TableSample> Samples(SqlTable table) => nested.Samples(table.Nested ?? table);

    private static SqlTable Flat(SqlTable table) => table with
    {
        Columns = [.. Leaves(table).Select(leaf => new TableColumn(string.Join('.', leaf.Path), leaf.Type.Name))],
        Nested = table,
    };

    /// <summary>The leaf fields of a table.</summary>
    public static IEnumerable<(IReadOnlyList<string> Path, SqlType Type)> Leaves(SqlTable table) =>
        table.Columns.SelectMany(column => SqlType.Parse(column.Type).Leaves([column.Name]));
}
