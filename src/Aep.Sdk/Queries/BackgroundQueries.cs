using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Queries in the background.</summary>
internal sealed class BackgroundQueries(IQueriesApi api, AepOptions options)
{
    public async Task<QueryOperation> StartAsync(QueryDefinition definition, CancellationToken cancellationToken)
    {
        QueryRun run = (await api.CreateQueryAsync(QueryBody.From(definition, options.SandboxName),
            cancellationToken).ConfigureAwait(false))
            .Required("POST /queries");
        return Operation(run.Id);
    }

    public QueryOperation Operation(string queryId) => new(api, options, queryId);

    /// <summary>Runs SQL to its end. Who gives up waiting stops it on the server too.</summary>
    /// <exception cref="AepOperationFailedException">It failed.</exception>
    public async Task RunAsync(string sql, string? database, CancellationToken cancellationToken)
    {
        bool complete = database is null || database.Contains(':', StringComparison.Ordinal);
        string? name = complete ? database : $"{options.SandboxName}:{database}";
        QueryOperation query =
            await StartAsync(new QueryDefinition(SqlStatement.FromText(sql)) { DbName = name }, cancellationToken).ConfigureAwait(false);
        try
        {
            await query.WaitForCompletionAsync(null, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await query.CancelAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }
}
