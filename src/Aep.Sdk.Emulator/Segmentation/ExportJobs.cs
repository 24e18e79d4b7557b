using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Export jobs: profiles, all or those of audiences, into a dataset of the union schema.</summary>
internal sealed class ExportJobs(
    AepEmulatorOptions options, DatasetService datasets, MergePolicies policies, ProfileExport export, BackgroundWork work,
    TimeProvider time)
{
    public const string Kind = "exportJobs";
    private const int FirstId = 100;
    private static readonly string[] Ended = ["SUCCEEDED", "FAILED", "CANCELLED"];
    private readonly Lock _gate = new();

    public static JsonObject Get(Sandbox sandbox, string id) =>
        sandbox.Documents[Kind].Find(id) ?? throw ProfileErrors.NotFound($"The export job {id} does not exist.");

    public JsonObject Start(Sandbox sandbox, JsonObject body)
    {
        ExportRequest request = Check(sandbox, body);
        JsonObject job;
        lock (_gate)
        {
            int id = sandbox.Documents[Kind].All().Select(item => (int)item["id"]!).DefaultIfEmpty(FirstId - 1).Max() + 1;
            job = Document(sandbox, body, id, request);
            sandbox.Documents[Kind].Save(Key(id), job);
        }
        Queue(sandbox, job, request);
        return job;
    }

    /// <summary>
    /// What had not begun when an earlier run of the platform stopped begins now; what had begun has failed: its batch may be there.
    /// </summary>
    public void Resume(Sandbox sandbox)
    {
        foreach (JsonObject job in sandbox.Documents[Kind].All().Where(job => !Ended.Contains((string?)job["status"])))
        {
            string key = Key((int)job["id"]!);
            try
            {
                if ((string?)job["status"] == "NEW")
                    Queue(sandbox, job, Check(sandbox, job));
                else
                    Fail(sandbox, key, "The platform stopped before the export had ended.");
            }
            catch (ApiException gone)
            {
                Fail(sandbox, key, gone.Message);
            }
        }
    }

    private void Queue(Sandbox sandbox, JsonObject job, ExportRequest request)
    {
        string key = Key((int)job["id"]!);
        work.Start(
            $"export job {key}",
            cancellationToken => RunAsync(sandbox, key, request, cancellationToken),
            failure => Fail(sandbox, key, failure.Message));
    }

    private void Fail(Sandbox sandbox, string key, string message) => Update(sandbox, key, document =>
    {
        document["status"] = "FAILED";
        document["errors"] = new JsonArray(new JsonObject { ["code"] = "0100000003", ["msg"] = message });
    });

    public JsonObject Cancel(Sandbox sandbox, string id)
    {
        bool ended = Ended.Contains((string?)Get(sandbox, id)["status"]);
        if (!ended)
            Update(sandbox, id, job => job["status"] = "CANCELLED");
        return new JsonObject
        {
            ["status"] = !ended,
            ["message"] = ended ? "Export job has ended" : "Export job has been marked for cancelling",
        };
    }

    private async Task RunAsync(Sandbox sandbox, string key, ExportRequest request, CancellationToken cancellationToken)
    {
        if ((string?)Get(sandbox, key)["status"] == "CANCELLED")
            return;
        long start = Now();
        Update(sandbox, key, job => job["status"] = "PROCESSING");
        string batchId = await export.RunAsync(sandbox, request, cancellationToken);
        Update(sandbox, key, job =>
        {
            job["status"] = "SUCCEEDED";
            job["destination"]!["batchId"] = batchId;
            job["metrics"] = new JsonObject
            {
                ["totalTime"] = Time(start),
                ["profileExportTime"] = Time(start),
                ["aCPDatasetWriteTime"] = Time(start),
            };
        });
    }

    private ExportRequest Check(Sandbox sandbox, JsonObject body)
    {
        string datasetId = (string?)body["destination"]?["datasetId"] ?? throw ProfileErrors.Invalid("destination.datasetId is missing.");
        CatalogDataset dataset = datasets.Find(sandbox, datasetId)
            ?? throw ProfileErrors.Invalid($"The dataset {datasetId} does not exist.");
        if ((string?)body["schema"]?["name"] != ProfileSchemas.Profile)
            throw ProfileErrors.Invalid($"schema.name must be {ProfileSchemas.Profile}.");
        if (body["additionalFields"] is JsonObject { Count: > 0 })
            throw NotSupported.Create("An export job with additionalFields (events)",
                "Where events stand in such a dataset is not documented: export the profiles, and read their events with Query Service.");
        MergePolicy policy = policies.Resolve(sandbox, (string?)body["mergePolicy"]?["id"]);
        JsonArray segments = body["filter"]?["segments"] as JsonArray ?? [];
        return new ExportRequest(dataset.Id, dataset.SchemaId, policy)
        {
            Fields = ((string?)body["fields"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Segments = [.. segments.Select(item => Segment(sandbox, item))],
            From = Instant(body["filter"]?["segmentQualificationTime"]?["startTime"]),
            To = Instant(body["filter"]?["segmentQualificationTime"]?["endTime"]),
        };
    }

    private static (string Id, IReadOnlyList<string> Statuses) Segment(Sandbox sandbox, JsonNode? item)
    {
        string id = (string?)item?["segmentId"] ?? throw ProfileErrors.Invalid("segmentId is missing in filter.segments.");
        if (sandbox.Documents[SegmentDefinitions.Kind].Find(id) is null && sandbox.Documents[ExternalAudiences.Kind].Find(id) is null)
            throw ProfileErrors.Invalid($"The segment definition {id} does not exist.");
        string[] statuses = [.. (item!["status"] as JsonArray ?? []).Select(status => (string)status!)];
        return (id, statuses.Length == 0 ? [Membership.Realized] : statuses);
    }

    private static DateTimeOffset? Instant(JsonNode? node) => node is null
        ? null
        : DateTimeOffset.TryParse(node.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw ProfileErrors.Invalid($"The time '{node}' must be in ISO 8601.");

    private JsonObject Document(Sandbox sandbox, JsonObject body, int id, ExportRequest request)
    {
        var job = (JsonObject)body.DeepClone();
        job["id"] = id;
        job["jobType"] = "BATCH";
        job["imsOrgId"] = options.OrgId;
        job["sandbox"] = sandbox.ToReference();
        job["status"] = "NEW";
        job["profileInstanceId"] = "ups";
        job["mergePolicy"] = new JsonObject { ["id"] = request.Policy.Id, ["version"] = 1 };
        job["requestId"] = Guid.NewGuid().ToString("N");
        job["computeGatewayJobId"] = new JsonObject { ["exportJob"] = Guid.NewGuid().ToString() };
        job["creationTime"] = Now();
        job["updateTime"] = Now();
        return job;
    }

    private JsonObject Time(long start) => new() { ["startTimeInMs"] = start, ["endTimeInMs"] = Now(), ["totalTimeInMs"] = Now() - start };

    private void Update(Sandbox sandbox, string key, Action<JsonObject> change) => sandbox.Documents[Kind].TryUpdate(key, job =>
    {
        // What was cancelled stays so.
        if ((string?)job["status"] == "CANCELLED")
            return;
        change(job);
        job["updateTime"] = Now();
    }, out _);

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
