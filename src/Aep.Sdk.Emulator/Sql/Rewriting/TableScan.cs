using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The relation that a table name stands for: its Parquet files, or typed columns without rows.</summary>
/// <param name="fileColumns">Reads the columns of a Parquet relation.</param>
/// <param name="showsSystem">Whether rows tell where they came from.</param>
internal sealed class TableScan(Func<string, IReadOnlyList<TableColumn>> fileColumns, Func<bool> showsSystem)
{
    private readonly Dictionary<string, bool> _matches = [];

    public string Relation(SqlTable table, IEnumerable<LakeSnapshot> snapshots)
    {
        if (!showsSystem())
            return Rows(table, snapshots);
        IEnumerable<string> commits = snapshots.Where(snapshot => snapshot.Files.Count > 0)
            .Select(snapshot => $"SELECT *, {SystemColumns.Of(snapshot)} FROM {Rows(table, [snapshot])}")
            .DefaultIfEmpty($"SELECT *, {SystemColumns.None()} FROM {Rows(table, [])}");
        return $"({string.Join(" UNION ALL ", commits)})";
    }

    private string Rows(SqlTable table, IEnumerable<LakeSnapshot> snapshots)
    {
        if (table.Nested is SqlTable nested)
        {
            IEnumerable<string> leaves = FlatTables.Leaves(nested).Select(
                leaf => $"{string.Join('.', leaf.Path.Select(DuckDb.Identifier))} AS {DuckDb.Identifier(string.Join('.', leaf.Path))}");
            return $"(SELECT {string.Join(", ", leaves)} FROM {Rows(nested, snapshots)})";
        }
        string[] files = [.. snapshots.SelectMany(snapshot => snapshot.Files)];
        if (files.Length == 0)
            return $"({Empty(table)})";
        string parquet = $"read_parquet([{string.Join(", ", files.Select(DuckDb.Literal))}], union_by_name := true)";
        string names = string.Join(", ", table.Columns.Select(column => DuckDb.Identifier(column.Name)));
        // Files written before the schema grew lack columns or nested fields: the by-name union with typed columns fills them with NULL.
        return Matches(table, parquet)
            ? $"(SELECT {names} FROM {parquet})"
            : $"(SELECT {names} FROM ({Empty(table)} UNION ALL BY NAME FROM {parquet}))";
    }

    private bool Matches(SqlTable table, string parquet)
    {
        if (!_matches.TryGetValue(parquet, out bool matches))
        {
            HashSet<TableColumn> inFiles = [.. fileColumns(parquet)];
            matches = table.Columns.All(inFiles.Contains);
            _matches[parquet] = matches;
        }
        return matches;
    }

    private static string Empty(SqlTable table)
    {
        if (table.Columns.Count == 0)
            throw new SqlErrorException(SqlState.SystemError, $"Table {table.Name} has no columns: its schema has no fields");
        IEnumerable<string> columns = table.Columns.Select(column => $"CAST(NULL AS {column.Type}) AS {DuckDb.Identifier(column.Name)}");
        return $"SELECT {string.Join(", ", columns)} WHERE false";
    }
}
