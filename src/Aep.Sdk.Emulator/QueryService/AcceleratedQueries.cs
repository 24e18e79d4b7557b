using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.PostgresWire;
using Aep.Sdk.Emulator.QueryService.Queries;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.QueryService;

/// <summary>
/// Queries that answer at once with their rows (/data/foundation/query/accelerated-queries). There is no accelerated store here: the
/// datasets of the sandbox take its place.
/// </summary>
internal sealed class AcceleratedQueries(QueryDefinitions definitions, TableStores stores)
{
    private const int MostBytesOfSql = 1_000_000;
    private const int MostBytesOfDescription = 1000;

    public async Task<IResult> RunAsync(HttpRequest request, Sandbox sandbox)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        Check(body);
        QueryDefinition definition = definitions.Read(body, sandbox);
        if (definition.Statements is not [{ IsQuery: true } statement])
            throw QueryErrors.BadRequest("An accelerated query is one SELECT statement.");
        using var session = new SqlSession(stores.For(sandbox), (string)body["dbName"]!, interactive: true);
        using CancellationTokenRegistration gone = request.HttpContext.RequestAborted.Register(session.Engine.Abort);
        try
        {
            using StatementResult result = session.Execute(statement, SqlValues.None);
            return Results.Json(Answer(body, result.Rows!));
        }
        catch (SqlErrorException error)
        {
            throw QueryErrors.BadRequest($"ErrorCode: {error.State} {error.Message}");
        }
    }

    private static void Check(JsonObject body)
    {
        if (QueryDefinition.Text(body, "dbName") is null)
            throw QueryErrors.BadRequest("dbName is missing.");
        Limit(body, "sql", MostBytesOfSql);
        Limit(body, "description", MostBytesOfDescription);
    }

    private static void Limit(JsonObject body, string name, int most)
    {
        if (Encoding.UTF8.GetByteCount(QueryDefinition.Text(body, name) ?? "") > most)
            throw QueryErrors.BadRequest($"{name} must not be longer than {most} bytes.");
    }

    private static JsonObject Answer(JsonObject body, ResultRows rows)
    {
        if (rows.Columns.Select(column => column.Name).Twice() is { } twice)
            throw QueryErrors.BadRequest(
                $"ErrorCode: {SqlState.DuplicateColumn} The result has more than one column '{twice}': rows are JSON objects.");
        var results = new JsonArray();
        while (rows.Read())
            results.Add(Row(rows));
        return new JsonObject
        {
            ["queryId"] = Guid.NewGuid().ToString(),
            ["resultsMeta"] = new JsonObject
            {
                ["_adhoc"] = new JsonObject
                {
                    ["type"] = "object",
                    ["meta:xdmType"] = "object",
                    ["properties"] = new JsonObject(
                        rows.Columns.Select(column => KeyValuePair.Create(column.Name, (JsonNode?)AdHocType.Of(column.Type)))),
                },
            },
            ["results"] = results,
            ["request"] = body.DeepClone(),
        };
    }

    private static JsonObject Row(ResultRows rows)
    {
        var row = new JsonObject();
        for (int index = 0; index < rows.Columns.Count; index++)
        {
            object? value = rows.Reader.IsDBNull(index) ? null : rows.Reader.GetValue(index);
            row[rows.Columns[index].Name] = value is null ? null : JsonNode.Parse(ComplexJson.Write(value, rows.Columns[index].Type));
        }
        return row;
    }
}
