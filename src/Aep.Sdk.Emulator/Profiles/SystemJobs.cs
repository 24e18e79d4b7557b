using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>Delete requests: take a dataset's rows, or a batch's, away from Profile. The data lake keeps them.</summary>
internal sealed class SystemJobs(
    AepEmulatorOptions options, DatasetService datasets, SchemaRegistryService registry, ProfileRemovals removals, BackgroundWork work,
    TimeProvider time)
{
    private const string Kind = "profileSystemJobs";
    private const int DefaultLimit = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups/system/jobs");
        group.MapGet("", List);
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, SystemJobs jobs) =>
            Results.Json(jobs.Start(sandbox, await JsonBody.ReadObjectAsync(request))));
        group.MapGet("/{id}", (Sandbox sandbox, string id) => Results.Json(Get(sandbox, id)));
        group.MapDelete("/{id}", (Sandbox sandbox, string id) =>
        {
            _ = Get(sandbox, id);
            sandbox.Documents[Kind].Remove(id);
            return Results.Ok();
        });
    }

    private static JsonObject Get(Sandbox sandbox, string id) =>
        sandbox.Documents[Kind].Find(id) ?? throw ProfileErrors.NotFound($"The system job {id} does not exist.");

    /// <summary>Runs what an earlier run of the platform did not finish; what is gone already stays gone.</summary>
    public void Resume(Sandbox sandbox)
    {
        foreach (JsonObject job in sandbox.Documents[Kind].All().Where(job => (string?)job["status"] == "NEW"))
        {
            string? datasetId = (string?)job["dataSetId"], batchId = (string?)job["batchId"];
            if (FindDataset(sandbox, datasetId, batchId) is { } dataset)
                Queue(sandbox, (string)job["id"]!, dataset, batchId);
            else
                Finish(sandbox, (string)job["id"]!, "COMPLETED", 0);
        }
    }

    private JsonObject Start(Sandbox sandbox, JsonObject body)
    {
        string? datasetId = (string?)(body["dataSetId"] ?? body["datasetId"]), batchId = (string?)body["batchId"];
        if (datasetId is null && batchId is null)
            throw ProfileErrors.Invalid("Either dataSetId or batchId is required, or both.");
        CatalogDataset dataset = FindDataset(sandbox, datasetId, batchId)
            ?? throw ProfileErrors.Invalid($"The {(datasetId is null ? "batch" : "dataset")} {datasetId ?? batchId} does not exist.");
        if (batchId is not null && registry.Resolve(sandbox, dataset.SchemaId) is { IsTimeSeries: false })
            throw ProfileErrors.Invalid($"The batch {batchId} holds records; only batches of events can be deleted.");
        string id = Guid.NewGuid().ToString();
        long now = time.GetUtcNow().ToUnixTimeSeconds();
        var job = new JsonObject
        {
            ["id"] = id,
            ["imsOrgId"] = options.OrgId,
            ["dataSetId"] = dataset.Id,
            ["jobType"] = "DELETE",
            ["status"] = "NEW",
            ["createEpoch"] = now,
            ["updateEpoch"] = now,
        };
        if (batchId is not null)
            job["batchId"] = batchId;
        sandbox.Documents[Kind].Save(id, job);
        Queue(sandbox, id, dataset, batchId);
        return job;
    }

    private CatalogDataset? FindDataset(Sandbox sandbox, string? datasetId, string? batchId) => datasetId is not null
        ? datasets.Find(sandbox, datasetId)
        : datasets.All(sandbox).FirstOrDefault(item => sandbox.Lake.Snapshots(item.Id).Any(snapshot => snapshot.BatchId == batchId));

    private void Queue(Sandbox sandbox, string id, CatalogDataset dataset, string? batchId)
    {
        LakeSnapshot[] gone = [.. sandbox.Lake.Snapshots(dataset.Id).Where(snapshot => batchId is null || snapshot.BatchId == batchId)];
        work.Start(
            $"profile delete {id}",
            _ =>
            {
                removals.AddBatches(sandbox, dataset.Id, gone.Select(snapshot => snapshot.BatchId));
                Finish(sandbox, id, "COMPLETED", gone.Sum(snapshot => snapshot.Rows));
                return Task.CompletedTask;
            },
            _ => Finish(sandbox, id, "ERROR", 0));
    }

    private void Finish(Sandbox sandbox, string id, string status, long records) => sandbox.Documents[Kind].TryUpdate(id, job =>
    {
        long now = time.GetUtcNow().ToUnixTimeSeconds();
        job["status"] = status;
        job["metrics"] = string.Create(CultureInfo.InvariantCulture,
            $"{{\"recordsProcessed\":{records},\"timeTakenInSec\":{now - (long)job["createEpoch"]!}}}");
        job["updateEpoch"] = now;
    }, out _);

    private static IResult List(HttpRequest request, Sandbox sandbox)
    {
        JsonObject[] all = [.. ResourceOrder.Apply(request, sandbox.Documents[Kind].All())];
        OffsetPage page = OffsetPage.Of(request, all.Length, DefaultLimit);
        if (request.Query["page"].ToString().Length > 0)
            page = page with { Start = OffsetPage.Number(request, "page", 0, 0, int.MaxValue / 1000) * page.Limit };
        var answer = new JsonObject
        {
            ["_page"] = new JsonObject { ["count"] = all.Length },
            ["children"] = new JsonArray([.. page.Slice(all)]),
        };
        page.WriteNext(answer["_page"]!.AsObject());
        return Results.Json(answer);
    }
}
