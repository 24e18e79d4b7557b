namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The cursors that a session declared in SQL. They need no transaction, but the end of one closes those without hold, as in PostgreSQL.
/// A cursor's rows are kept by the engine from the start, because other statements run between two FETCHes.
/// </summary>
internal sealed class Cursors(SqlSession session) : IDisposable
{
    private readonly Dictionary<string, (ResultRows Rows, bool Holds)> _cursors = [];

    /// <summary>Runs DECLARE, FETCH or CLOSE, or answers null for another statement.</summary>
    public StatementResult? TryRun(SqlStatement statement, SqlValues values)
    {
        if (statement.StartsWith("DECLARE"))
            return Declare(DeclareStatement.Parse(statement), statement, values);
        if (statement.StartsWith("FETCH"))
            return Fetch(FetchStatement.Parse(statement));
        return statement.StartsWith("CLOSE") ? Close(statement) : null;
    }

    /// <summary>The columns that a FETCH returns, or null for another statement.</summary>
    public IReadOnlyList<ResultColumn>? Describe(SqlStatement statement) =>
        statement.StartsWith("FETCH") && FetchStatement.Parse(statement) is FetchStatement fetch
            ? Find(fetch.Name, fetch.Position).Columns
            : null;

    /// <summary>A transaction ends: so do the cursors that were not declared WITH HOLD.</summary>
    public void EndTransaction()
    {
        foreach (string name in _cursors.Where(pair => !pair.Value.Holds).Select(pair => pair.Key).ToArray())
            Remove(name);
    }

    public void Dispose()
    {
        foreach (string name in _cursors.Keys.ToArray())
            Remove(name);
    }

    private StatementResult Declare(DeclareStatement declare, SqlStatement statement, SqlValues values)
    {
        if (_cursors.ContainsKey(declare.Name))
            throw new SqlErrorException(
                SqlState.DuplicateCursor, $"cursor \"{declare.Name}\" already exists", statement.Tokens[statement.From + 1].Start);
        _cursors[declare.Name] = (session.Open(declare.Query, values, streaming: false), declare.Holds);
        return new StatementResult("DECLARE CURSOR");
    }

    private StatementResult Fetch(FetchStatement fetch) => new("FETCH", Find(fetch.Name, fetch.Position).Next(fetch.Rows));

    private StatementResult Close(SqlStatement statement)
    {
        SqlTokens tokens = statement.Tokens;
        int at = statement.From + 1;
        if (at >= statement.To || !tokens.IsName(at) || at + 1 < statement.To)
            throw tokens.SyntaxError(at + 1 < statement.To ? at + 1 : at);
        if (tokens.Is(at, "ALL"))
        {
            Dispose();
            return new StatementResult("CLOSE CURSOR ALL");
        }
        string name = PreparedQueries.NameAt(tokens, at);
        Find(name, tokens[at].Start);
        Remove(name);
        return new StatementResult("CLOSE CURSOR");
    }

    private ResultRows Find(string name, int position) => _cursors.TryGetValue(name, out (ResultRows Rows, bool Holds) cursor)
        ? cursor.Rows
        : throw new SqlErrorException(SqlState.InvalidCursorName, $"cursor \"{name}\" does not exist", position);

    private void Remove(string name)
    {
        _cursors.Remove(name, out (ResultRows Rows, bool Holds) cursor);
        cursor.Rows.Dispose();
    }
}
