using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>The life of a batch: loading, staging, success or failed.</summary>
internal sealed class BatchService(
    AepEmulatorOptions options, TimeProvider time, DatasetService datasets, StagingArea staging, BatchProcessor processor, BackgroundWork work)
{
    public const string Kind = "batches";

    public string Create(Sandbox sandbox, string datasetId, string format, string createdBy)
    {
        CatalogDataset dataset = datasets.Find(sandbox, datasetId) ?? throw IngestionErrors.Invalid($"The dataset {datasetId} does not exist.");
        string id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N").ToUpperInvariant();
        long now = Now();
        sandbox.Documents[Kind].Save(id, new JsonObject
        {
            ["@id"] = id,
            ["imsOrg"] = options.OrgId,
            ["sandboxId"] = sandbox.Id,
            ["status"] = BatchStatus.Loading,
            ["created"] = now,
            ["updated"] = now,
            ["createdClient"] = createdBy,
            ["relatedObjects"] = new JsonArray(new JsonObject { ["type"] = "dataSet", ["id"] = dataset.Id }),
            ["inputFormat"] = new JsonObject { ["format"] = format },
            ["version"] = "1.0.0",
        });
        return id;
    }

    public Task WriteFileAsync(Sandbox sandbox, string batchId, string datasetId, string fileName, Stream body, CancellationToken cancellationToken)
    {
        JsonObject batch = Get(sandbox, batchId);
        if (DatasetOf(batch) != datasetId)
            throw IngestionErrors.Invalid($"The batch {batchId} belongs to another dataset than {datasetId}.");
        RequireLoading(batch, batchId);
        return staging.WriteAsync(sandbox, batchId, fileName, body, cancellationToken);
    }

    /// <summary>Takes no more files and starts to process.</summary>
    public void Complete(Sandbox sandbox, string batchId)
    {
        Close(sandbox, batchId, BatchStatus.Staging);
        Process(sandbox, batchId);
    }

    public void Abort(Sandbox sandbox, string batchId)
    {
        Close(sandbox, batchId, BatchStatus.Aborted);
        staging.Clear(sandbox, batchId);
    }

    /// <summary>Completes a batch and waits for its end: for services that ingest on somebody's behalf.</summary>
    public async Task<BatchOutcome> CompleteAndProcessAsync(Sandbox sandbox, string batchId, CancellationToken cancellationToken)
    {
        Close(sandbox, batchId, BatchStatus.Staging);
        return await ProcessAsync(sandbox, batchId, cancellationToken);
    }

    /// <summary>Adds rows that are typed already, as the results of SQL are.</summary>
    public LakeSnapshot CommitParquet(Sandbox sandbox, CatalogDataset dataset, string parquetFile, long rows, string createdBy)
    {
        string id = Create(sandbox, dataset.Id, "parquet", createdBy);
        LakeSnapshot snapshot = sandbox.Lake.Commit(dataset.Id, id, rows == 0 ? [] : [parquetFile], rows);
        Finish(sandbox, id, new BatchOutcome(BatchStatus.Success, rows, []));
        return snapshot;
    }

    /// <summary>Goes on with the batches that an earlier run of the platform left unfinished.</summary>
    public void Resume(Sandbox sandbox)
    {
        foreach (JsonObject batch in sandbox.Documents[Kind].All().Where(batch => (string?)batch["status"] == BatchStatus.Staging))
            Process(sandbox, (string)batch["@id"]!);
    }

    public static string DatasetOf(JsonObject batch) => (string)batch["relatedObjects"]![0]!["id"]!;

    private void Process(Sandbox sandbox, string batchId) => work.Start(
        $"batch {batchId}",
        cancellationToken => ProcessAsync(sandbox, batchId, cancellationToken),
        failure => Finish(sandbox, batchId, new BatchOutcome(BatchStatus.Failed, 0, [new RowError("", 0, "INGEST-1500-500", failure.Message)])));

    private async Task<BatchOutcome> ProcessAsync(Sandbox sandbox, string batchId, CancellationToken cancellationToken)
    {
        string datasetId = DatasetOf(Get(sandbox, batchId));
        // A stop between commit and status leaves the rows in the lake: they must not be added again.
        LakeSnapshot? committed = sandbox.Lake.Snapshots(datasetId).FirstOrDefault(snapshot => snapshot.BatchId == batchId);
        CatalogDataset dataset = datasets.Find(sandbox, datasetId) ?? throw new InvalidOperationException($"The dataset {datasetId} was deleted.");
        BatchOutcome outcome = committed is not null
            ? new BatchOutcome(BatchStatus.Success, committed.Rows, [])
            : await processor.ProcessAsync(sandbox, dataset, batchId, cancellationToken);
        Finish(sandbox, batchId, outcome);
        staging.Clear(sandbox, batchId);
        return outcome;
    }

    private void Finish(Sandbox sandbox, string batchId, BatchOutcome outcome) => sandbox.Documents[Kind].TryUpdate(batchId, batch =>
    {
        batch["status"] = outcome.Status;
        batch["updated"] = Now();
        batch["completed"] = Now();
        bool succeeded = outcome.Status == BatchStatus.Success;
        batch["metrics"] = new JsonObject
        {
            ["inputRecordCount"] = outcome.Records,
            ["outputRecordCount"] = succeeded ? outcome.Records : 0,
            ["failedRecordCount"] = succeeded ? 0 : outcome.Errors.Count,
        };
        batch["errors"] = new JsonArray([.. outcome.Errors.Select(error => new JsonObject
        {
            ["code"] = error.Code,
            ["description"] = $"{error.File} row {error.Row}: {error.Message}",
        })]);
    }, out _);

    private void Close(Sandbox sandbox, string batchId, string status)
    {
        ApiException? refusal = null;
        bool found = sandbox.Documents[Kind].TryUpdate(batchId, batch =>
        {
            if ((string?)batch["status"] != BatchStatus.Loading)
            {
                refusal = IngestionErrors.Conflict($"The batch {batchId} is in the state {batch["status"]} and cannot be changed.");
                return;
            }
            batch["status"] = status;
            batch["updated"] = Now();
        }, out _);
        if (!found)
            throw IngestionErrors.NotFound(batchId);
        if (refusal is not null)
            throw refusal;
    }

    private static void RequireLoading(JsonObject batch, string batchId)
    {
        if ((string?)batch["status"] != BatchStatus.Loading)
            throw IngestionErrors.Conflict($"The batch {batchId} is in the state {batch["status"]} and takes no more files.");
    }

    private static JsonObject Get(Sandbox sandbox, string batchId) => sandbox.Documents[Kind].Find(batchId) ?? throw IngestionErrors.NotFound(batchId);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
