using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.QueryService.Listings;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>Runs queries, and knows which of them run.</summary>
internal sealed class QueryRuns(
    TableStores stores, AepEmulatorOptions options, TimeProvider time, CreationTimes times, QueryRetention retention)
{
    public const string Kind = "queries";
    public const string Hidden = "hidden";
    public const string UserError = "USER_ERROR";
    private const string SystemError = "SYSTEM_ERROR";

    // What stops a query: the session of one that runs in the background, only the statement of an interactive one.
    private readonly ConcurrentDictionary<string, Action> _running = new();

    /// <summary>Runs one query from SUBMITTED to its end.</summary>
    public void Run(Sandbox sandbox, string id, QueryDefinition definition, CancellationToken stopping)
    {
        long started = time.GetTimestamp();
        using var session = new SqlSession(stores.For(sandbox), $"{sandbox.Name}:all", interactive: false);
        using CancellationTokenRegistration registration = stopping.Register(session.Engine.Abort);
        TimeSpan most = definition.IsBatch ? options.BatchQueryTimeLimit : options.AdHocQueryTimeLimit;
        using var limit = new CancellationTokenSource(most, time);
        using CancellationTokenRegistration limited = limit.Token.Register(session.Engine.Abort);
        // before the state changes, so that a kill finds either a state that stops the run or the session
        _running[id] = session.Engine.Abort;
        try
        {
            if (!Change(sandbox, id, query => query["state"] = QueryState.InProgress))
                return;
            long rows = definition.Statements.Aggregate(0L, (_, statement) => RunStatement(session, statement));
            Finish(sandbox, id, QueryState.Success, started, query => query["rowCount"] = rows);
        }
        catch (SqlErrorException error)
        {
            stopping.ThrowIfCancellationRequested();
            if (limit.IsCancellationRequested)
                Finish(sandbox, id, QueryState.TimedOut, started, query => query["errors"] = Errors(
                    SqlState.ConfigurationLimitExceeded, $"Query time limit of {most} exceeded", UserError));
            else
                Finish(sandbox, id, QueryState.Failed, started, query => query["errors"] = Errors(error.State, error.Message, UserError));
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    /// <summary>A statement of a session begins.</summary>
    public InteractiveQuery StartInteractive(Sandbox sandbox, JsonObject query, SqlSession session)
    {
        string id = (string)query["id"]!;
        query["state"] = QueryState.InProgress;
        sandbox.Documents[Kind].Hold(id, query);
        _running[id] = session.Engine.Stop;
        return new InteractiveQuery(this, sandbox, id, time.GetTimestamp());
    }

    public void EndInteractive(Sandbox sandbox, string id, string state, long started, Action<JsonObject> change)
    {
        _running.TryRemove(id, out _);
        Finish(sandbox, id, state, started, change);
    }

    /// <summary>Records a failure that no statement is to blame for.</summary>
    public void Fail(Sandbox sandbox, string id, string message) => Change(sandbox, id, query =>
    {
        query["state"] = QueryState.Failed;
        query["errors"] = Errors(SqlState.SystemError, message, SystemError);
    });

    public bool Kill(Sandbox sandbox, string id)
    {
        bool killed = Change(sandbox, id, query => query["state"] = QueryState.Killed);
        if (killed && _running.TryGetValue(id, out Action? stop))
            stop();
        return killed;
    }

    private static long RunStatement(SqlSession session, SqlStatement statement)
    {
        using StatementResult result = session.Execute(statement, SqlValues.None);
        while (result.Rows?.Read() ?? false)
        {
            // Nobody receives the rows of a query that is not interactive; they are only counted.
        }
        return result.Written ?? result.Rows?.Count ?? 0;
    }

    private void Finish(Sandbox sandbox, string id, string state, long started, Action<JsonObject> change)
    {
        Change(sandbox, id, query =>
        {
            query["state"] = state;
            query["elapsedTime"] = (long)time.GetElapsedTime(started).TotalMilliseconds;
            change(query);
        });
        retention.Trim(sandbox);
    }

    // A query that has ended, by itself or because it was killed, does not change any more.
    private bool Change(Sandbox sandbox, string id, Action<JsonObject> change)
    {
        bool changed = false;
        sandbox.Documents[Kind].TryUpdate(id, query =>
        {
            changed = !QueryState.IsFinal((string)query["state"]!);
            if (!changed)
                return;
            change(query);
            query["updated"] = times.Next();
            if (QueryState.IsFinal((string)query["state"]!))
                query["_links"]!.AsObject().Remove("cancel");
        }, out _);
        return changed;
    }

    public static JsonArray Errors(string code, string message, string type) =>
        [new JsonObject { ["code"] = code, ["message"] = message, ["errorType"] = type }];
}
