using System.Globalization;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The statistics that ANALYZE TABLE … COMPUTE STATISTICS made in a session. They end with it; queries read them by their ids.
/// </summary>
internal sealed class SessionStatistics(SqlSession session)
{
    public const string IdColumn = "Statistics ID VARCHAR";
    private const string Columns = "statsId VARCHAR, tableName VARCHAR, columnSet VARCHAR, filterContext VARCHAR, timestamp VARCHAR";
    private const string SkipComplex = "skip_stats_for_complex_datatypes";

    private readonly Dictionary<string, TableStatistics> _statistics = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The relation of an id, or null.</summary>
    public string? Relation(string id) => _statistics.GetValueOrDefault(id)?.Relation;

    /// <summary>Computes statistics and answers with the query of their id.</summary>
    public string Compute(StatisticsStatement statement, SqlValues values)
    {
        SqlTable table = session.Tables.Find(statement.Name.Name)
            ?? throw new SqlErrorException(
                SqlState.UndefinedTable, $"relation \"{statement.Name.Name}\" does not exist", statement.Name.Position);
        string id = statement.Alias ?? NextId(table.Name);
        if (_statistics.ContainsKey(id) || session.Tables.Find(id) is not null)
            throw new SqlErrorException(SqlState.DuplicateTable, $"relation \"{id}\" already exists", statement.Name.Position);
        (string Path, SqlType Type)[] leaves = Leaves(table, statement);
        SqlStatement query = statement.Query;
        string sql = StatisticsQuery.Of(session.Bind(query, values).Sql, leaves);
        string relation = DuckDb.Identifier($"statistics_{Guid.NewGuid():N}");
        session.Engine.ExecuteScalar($"CREATE TEMP TABLE {relation} AS {sql}", query);
        _statistics[id] = new TableStatistics(id, statement, session.Tables.Now, relation);
        return LiteralRows.Select(IdColumn, [[id]]);
    }

    /// <summary>SHOW STATISTICS [FOR id].</summary>
    public string Show(SqlStatement show)
    {
        (SqlTokens tokens, int at) = (show.Tokens, show.From + 2);
        if (at == show.To)
            return LiteralRows.Select(Columns, _statistics.Values.Select(Row));
        if (!tokens.Is(at, "FOR") || at + 2 != show.To || !tokens.IsName(at + 1))
            throw tokens.SyntaxError(at);
        TableStatistics statistics = _statistics.GetValueOrDefault(tokens.Name(at + 1))
            ?? throw new SqlErrorException(
                SqlState.UndefinedObject, $"there are no statistics {tokens.Name(at + 1)} in this session", tokens[at + 1].Start);
        return LiteralRows.Select(Columns, [Row(statistics)]);
    }

    // Lists and maps have no statistics: they are passed over, or refused if the session says so.
    private (string Path, SqlType Type)[] Leaves(SqlTable table, StatisticsStatement statement)
    {
        IEnumerable<(string, SqlType)> columns = statement.Columns.Count > 0
            ? statement.Columns.Select(column => ColumnPath.Find(table, column))
            : table.Columns.Select(column => (column.Name, SqlType.Parse(column.Type)));
        (string Path, SqlType Type)[] leaves = [.. StatisticsQuery.Leaves(columns)];
        if (!session.Settings.IsOn(SkipComplex) && leaves.FirstOrDefault(leaf => leaf.Type.IsComplex).Path is string complex)
            throw SqlErrorException.NotSupported($"statistics of the column {complex}, which is a list or a map,", statement.Name.Position);
        leaves = [.. leaves.Where(leaf => !leaf.Type.IsComplex)];
        return leaves.Length > 0
            ? leaves
            : throw new SqlErrorException(
                SqlState.InvalidParameterValue, "none of the columns is of a type that has statistics", statement.Name.Position);
    }

    private static object?[] Row(TableStatistics statistics) =>
    [
        statistics.Id,
        statistics.Statement.Name.Name.ToLowerInvariant(),
        $"({(statistics.Statement.Columns.Count == 0 ? "*" : string.Join(", ", statistics.Statement.Columns))})",
        statistics.Statement.Filter,
        statistics.Created.UtcDateTime.ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture),
    ];

    private string NextId(string table)
    {
        int number = 1;
        while (_statistics.ContainsKey($"{table}_stats_{number}"))
            number++;
        return $"{table}_stats_{number}";
    }
}
