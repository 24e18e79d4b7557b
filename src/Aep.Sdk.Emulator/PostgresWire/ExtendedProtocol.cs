using Aep.Sdk.Emulator.QueryService.Queries;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Prepared statements and portals of a session.</summary>
internal sealed class ExtendedProtocol(
    SqlSession session, Func<SqlStatement, InteractiveQuery?> log, MessageWriter writer, TransactionBlock transaction) : IDisposable
{
    private readonly Dictionary<string, PreparedStatement> _statements = [];
    private readonly Dictionary<string, Portal> _portals = [];
    private readonly ResultSender _sender = new(writer);

    public void Parse(ParseMessage message)
    {
        _statements[message.Statement] = PreparedStatement.Create(message);
        EmptyMessage.Write(writer, EmptyMessage.ParseComplete);
    }

    public void Bind(BindMessage message)
    {
        PreparedStatement prepared = Statement(message.Statement);
        if (message.Parameters.Count != prepared.ParameterTypes.Count)
        {
            throw new SqlErrorException(
                SqlState.ProtocolViolation,
                $"bind message supplies {message.Parameters.Count} parameters, but prepared statement \"{message.Statement}\" requires "
                    + $"{prepared.ParameterTypes.Count}");
        }
        SqlParameter[] parameters = [.. message.Parameters.Select(
            (value, index) => ParameterValues.Read(prepared.ParameterTypes[index], message.FormatOf(index), value))];
        ClosePortal(message.Portal);
        _portals[message.Portal] =
            new Portal(prepared.Statement, SqlValues.None with { Parameters = parameters }, new ResultFormats(message.ResultFormats));
        EmptyMessage.Write(writer, EmptyMessage.BindComplete);
    }

    public void Describe(TargetMessage target)
    {
        if (target.IsPortal)
        {
            Portal portal = FindPortal(target.Name);
            DescribeRows(portal.Result?.Rows?.Columns ?? Columns(portal.Statement, portal.Values), portal.Formats);
            return;
        }
        PreparedStatement prepared = Statement(target.Name);
        IReadOnlyList<ResultColumn>? columns = Columns(prepared.Statement, prepared.Placeholders);
        ParameterDescription.Write(writer, prepared.DescribedTypes);
        DescribeRows(columns, ResultFormats.AllText);
    }

    public async ValueTask ExecuteAsync(ExecuteMessage message, CancellationToken cancellationToken)
    {
        Portal portal = FindPortal(message.Portal);
        if (portal.Statement is not SqlStatement statement)
        {
            EmptyMessage.Write(writer, EmptyMessage.EmptyQueryResponse);
            return;
        }
        if (portal.Result is null)
        {
            transaction.Check(statement);
            portal.Query = log(statement);
        }
        try
        {
            await ExecuteAsync(portal, statement, message.MaxRows, cancellationToken);
        }
        catch (Exception exception)
        {
            portal.Query?.Fail(exception);
            throw;
        }
    }

    private async ValueTask ExecuteAsync(Portal portal, SqlStatement statement, int most, CancellationToken cancellationToken)
    {
        if (portal.Result is null)
        {
            // A portal that is read in parts must outlive the statements in between, so its rows cannot stay in the running engine.
            StatementResult result = session.Execute(statement, portal.Values, streaming: most == 0);
            portal.Result = transaction.Completed(statement) is string tag ? result with { Command = tag } : result;
        }
        // Rows of an anonymous block were not described to the client, which could not read them.
        if (statement.IsBlock && portal.Result.Rows is not null)
            CommandComplete.Write(writer, portal.Result.Command);
        else
            await _sender.SendAsync(portal, most, cancellationToken);
        if (!portal.HasPendingRow)
            portal.Query?.Succeed(portal.Result);
    }

    public void Close(TargetMessage target)
    {
        if (target.IsPortal)
            ClosePortal(target.Name);
        else
            _statements.Remove(target.Name);
        EmptyMessage.Write(writer, EmptyMessage.CloseComplete);
    }

    /// <summary>Ends the implicit transaction: its portals end with it.</summary>
    public void Sync()
    {
        if (transaction.Status == TransactionStatus.InBlock)
            return;
        Dispose();
        _portals.Clear();
    }

    public void Dispose()
    {
        foreach (Portal portal in _portals.Values)
            portal.Dispose();
    }

    private IReadOnlyList<ResultColumn>? Columns(SqlStatement? statement, SqlValues values)
    {
        if (statement is null)
            return null;
        transaction.Check(statement);
        try
        {
            return session.Describe(statement, values);
        }
        catch (SqlErrorException error)
        {
            log(statement)?.Fail(error); // the client will not come to execute it
            throw;
        }
    }

    private void DescribeRows(IReadOnlyList<ResultColumn>? columns, ResultFormats formats)
    {
        if (columns is null)
        {
            EmptyMessage.Write(writer, EmptyMessage.NoData);
            return;
        }
        formats.Check(columns.Count);
        RowDescription.Write(writer, columns, formats);
    }

    private void ClosePortal(string name)
    {
        if (_portals.Remove(name, out Portal? portal))
            portal.Dispose();
    }

    private PreparedStatement Statement(string name) => _statements.GetValueOrDefault(name)
        ?? throw new SqlErrorException(SqlState.InvalidSqlStatementName, $"prepared statement \"{name}\" does not exist");

    private Portal FindPortal(string name) => _portals.GetValueOrDefault(name)
        ?? throw new SqlErrorException(SqlState.InvalidCursorName, $"portal \"{name}\" does not exist");
}
