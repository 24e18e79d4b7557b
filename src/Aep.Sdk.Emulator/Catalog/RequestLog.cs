using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// The batched requests that were done (GET /): what each asked for, and the ids of the objects that it was about. The specification names
/// the members <c>dataSet</c>, <c>dataSource</c> and <c>transform</c> and says no more.
/// </summary>
internal sealed class RequestLog(AepEmulatorOptions options, TimeProvider time)
{
    private const string Kind = "batchedRequests";
    private const int Most = 1000;

    public static IReadOnlyList<JsonObject> All(Sandbox sandbox) => sandbox.Documents[Kind].All();

    /// <param name="sandbox">Where.</param>
    /// <param name="requests">The requests, in their order.</param>
    /// <param name="answers">Their answers.</param>
    /// <param name="client">Who sent them.</param>
    public void Add(Sandbox sandbox, IReadOnlyList<SubRequest> requests, JsonArray answers, string client)
    {
        string id = ObjectIds.New(time);
        JsonObject entry = CatalogObject.Begin(id, sandbox, options.OrgId, client, time.GetUtcNow().ToUnixTimeMilliseconds());
        entry["requests"] = new JsonArray([.. requests.Zip(answers, (request, answer) => new JsonObject
        {
            ["id"] = request.Id,
            ["method"] = request.Method,
            ["resource"] = request.Resource,
            ["code"] = answer!["code"]!.DeepClone(),
        })]);
        if (DatasetOf(requests, answers) is { } dataset)
            entry["dataSet"] = dataset;
        DocumentCollection log = sandbox.Documents[Kind];
        log.Save(id, entry);
        log.RemoveOldest(Most, _ => true);
    }

    // The first dataset that was made, changed or read.
    private static string? DatasetOf(IReadOnlyList<SubRequest> requests, JsonArray answers) => requests
        .Zip(answers, (request, answer) => request.Path switch
        {
            [var type] when IsDatasets(type) && answer!["body"] is JsonArray and [JsonValue made] => made.ToString().Split('/')[^1],
            [var type, var id, ..] when IsDatasets(type) => id,
            _ => null,
        })
        .FirstOrDefault(id => id is not null);

    private static bool IsDatasets(string type) => type.Equals("dataSets", StringComparison.OrdinalIgnoreCase);
}
