using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>A statement of a PostgreSQL session while it runs: it ends once, with its rows or with its error.</summary>
internal sealed class InteractiveQuery(QueryRuns runs, Sandbox sandbox, string id, long started)
{
    private bool _ended;

    public void Succeed(StatementResult result) =>
        End(QueryState.Success, query => query["rowCount"] = result.Written ?? result.Rows?.Count ?? 0);

    public void Fail(Exception exception)
    {
        var error = exception as SqlErrorException ?? new SqlErrorException(SqlState.SystemError, exception.Message);
        bool timedOut = error.Message.Contains("timeout", StringComparison.Ordinal);
        string stopped = timedOut ? QueryState.TimedOut : QueryState.Killed;
        string state = error.State == SqlState.QueryCanceled ? stopped : QueryState.Failed;
        End(state, query => query["errors"] = QueryRuns.Errors(error.State, error.Message, QueryRuns.UserError));
    }

    private void End(string state, Action<JsonObject> change)
    {
        if (_ended)
            return;
        _ended = true;
        runs.EndInteractive(sandbox, id, state, started, change);
    }
}
