using Aep.Sdk.Emulator.QueryService.Queries;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>The simple query protocol: a text of several statements, each answered in turn until one fails.</summary>
internal sealed class SimpleProtocol(
    SqlSession session, Func<SqlStatement, InteractiveQuery?> log, MessageWriter writer, TransactionBlock transaction)
{
    private readonly ResultSender _sender = new(writer);

    public async ValueTask QueryAsync(string sql, CancellationToken cancellationToken)
    {
        IReadOnlyList<SqlStatement> statements = SqlScript.Parse(sql);
        if (statements.Count == 0)
            EmptyMessage.Write(writer, EmptyMessage.EmptyQueryResponse);
        foreach (SqlStatement statement in statements)
        {
            transaction.Check(statement);
            await RunAsync(statement, log(statement), cancellationToken);
        }
    }

    private async ValueTask RunAsync(SqlStatement statement, InteractiveQuery? query, CancellationToken cancellationToken)
    {
        try
        {
            using StatementResult result = session.Execute(statement, SqlValues.None);
            string? tag = transaction.Completed(statement);
            await _sender.SendAsync(tag is null ? result : result with { Command = tag }, cancellationToken);
            query?.Succeed(result);
        }
        catch (Exception exception)
        {
            query?.Fail(exception);
            throw;
        }
    }
}
