using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Shapes the rows of a query for a dataset.</summary>
internal static class StoredColumns
{
    /// <summary>A new dataset's columns need names, different ones, that XDM takes.</summary>
    public static void Check(IReadOnlyList<ResultColumn> columns, SqlStatement query)
    {
        CheckDiffer(columns, query);
        foreach (ResultColumn column in columns)
        {
            if (column.Name.Length == 0 || !column.Name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
            {
                throw new SqlErrorException(
                    SqlState.InvalidName,
                    $"column \"{column.Name}\" needs an alias: a dataset's column name has letters, digits and _",
                    query.Tokens[query.From].Start);
            }
        }
    }

    /// <summary>No two columns may have one name.</summary>
    public static void CheckDiffer(IReadOnlyList<ResultColumn> columns, SqlStatement query)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (ResultColumn column in columns)
        {
            if (!names.Add(column.Name))
                throw new SqlErrorException(
                    SqlState.DuplicateColumn, $"column \"{column.Name}\" specified more than once", query.Tokens[query.From].Start);
        }
    }

    /// <summary>The query with every column in the type that a dataset keeps it in.</summary>
    public static string AsStored(string sql, IReadOnlyList<ResultColumn> columns) =>
        columns.All(column => column.Type.Stored == column.Type.Name)
            ? sql
            : Select(sql, columns, columns.Select(
                (column, index) => $"CAST(c{index} AS {column.Type.Stored}) AS {DuckDb.Identifier(column.Name)}"));

    /// <summary>
    /// The query with the columns of a table: by name when it has a column of every name (a struct alone fills its part of an XDM record),
    /// else by position.
    /// </summary>
    public static string ForTable(string sql, IReadOnlyList<ResultColumn> columns, IReadOnlyList<string>? listed, SqlTable table)
    {
        if (listed is not null && listed.Count != columns.Count)
            throw new SqlErrorException(SqlState.SyntaxError, $"INSERT has {columns.Count} expressions but {listed.Count} target columns");
        IReadOnlyList<string> names = listed ?? [.. columns.Select(column => column.Name)];
        int[] sources = [.. table.Columns.Select(
            target => Array.FindIndex([.. names], name => name.Equals(target.Name, StringComparison.OrdinalIgnoreCase)))];
        bool byName = sources.Count(source => source >= 0) == columns.Count;
        if (!byName && (listed is not null || columns.Count != table.Columns.Count))
        {
            string unknown =
                names.First(name => !table.Columns.Any(target => target.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
            throw new SqlErrorException(SqlState.UndefinedColumn, $"column \"{unknown}\" of relation \"{table.Name}\" does not exist");
        }
        return Select(sql, columns, table.Columns.Select((target, index) =>
            $"CAST({Source(byName ? sources[index] : index)} AS {target.Type}) AS {DuckDb.Identifier(target.Name)}"));
    }

    private static string Source(int index) => index < 0 ? "NULL" : $"c{index}";

    private static string Select(string sql, IReadOnlyList<ResultColumn> columns, IEnumerable<string> targets) =>
        $"SELECT {string.Join(", ", targets)} FROM ({sql}) AS source({string.Join(", ", columns.Select((_, index) => $"c{index}"))})";
}
