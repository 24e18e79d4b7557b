using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Storage;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>The life of a batch: loading, staging, success or failed; aborted; inactive and deleted.</summary>
internal sealed class BatchService(
    AepEmulatorOptions options, TimeProvider time, DatasetService datasets, StagingArea staging, BatchProcessor processor,
    BackgroundWork work)
{
    public const string Kind = "batches";

    public IReadOnlyList<JsonObject> All(Sandbox sandbox) => Batches(sandbox).All();

    public JsonObject? Find(Sandbox sandbox, string batchId) => Batches(sandbox).Find(batchId);

    /// <summary>Makes a batch for another service, with error diagnostics.</summary>
    public string Create(Sandbox sandbox, string datasetId, string format, string createdBy) =>
        Create(sandbox, new BatchDefinition(datasetId, format, IsMultiLineJson: false, ErrorDiagnostics: true, PartialIngestionPercent: 0),
            createdBy);

    /// <exception cref="ApiException">400: there is no such dataset, or a batch to be replaced is not one of its.</exception>
    public string Create(Sandbox sandbox, BatchDefinition definition, string createdBy)
    {
        CatalogDataset dataset = datasets.Find(sandbox, definition.DatasetId)
            ?? throw IngestionErrors.Invalid($"The dataset {definition.DatasetId} does not exist.");
        if (definition.Format == "csv")
            CsvFormat.From(definition.Csv, dataset.Document["fileDescription"] as JsonObject);
        foreach (string predecessor in definition.Replay?.Predecessors ?? [])
        {
            if (Find(sandbox, predecessor) is not { } batch || BatchDocument.DatasetOf(batch) != definition.DatasetId)
                throw IngestionErrors.Invalid($"replay: the batch {predecessor} does not exist in the dataset {definition.DatasetId}.");
        }
        string id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N").ToUpperInvariant();
        Batches(sandbox).Save(id, BatchDocument.Create(id, definition, sandbox, options.OrgId, createdBy, Now()));
        return id;
    }

    /// <summary>Adds a file to a batch; it replaces a file of the same name. A broken upload leaves nothing.</summary>
    /// <exception cref="ApiException">
    /// 404: no such batch; 400: another dataset; 409: the batch takes no more files; 413: larger than 256 MB.
    /// </exception>
    public async Task WriteFileAsync(
        Sandbox sandbox, string batchId, string datasetId, string fileName, Stream body, CancellationToken cancellationToken)
    {
        RequireTakesFiles(sandbox, batchId, datasetId);
        string received = await staging.ReceiveAsync(sandbox, batchId, body, StagingArea.MaxFileBytes, cancellationToken);
        try
        {
            Accept(sandbox, batchId, fileName, received);
        }
        finally
        {
            File.Delete(received);
        }
    }

    /// <summary>A received file becomes one of the batch's.</summary>
    public void Accept(Sandbox sandbox, string batchId, string fileName, string received) => Change(sandbox, batchId, current =>
    {
        // The batch may have been completed while the bytes came in: then they are too late, as a whole.
        RequireState(current, batchId, BatchStatus.Loading);
        staging.Accept(sandbox, batchId, fileName, received);
    });

    /// <exception cref="ApiException">404: no such batch; 400: another dataset; 409: the batch takes no more files.</exception>
    public void RequireTakesFiles(Sandbox sandbox, string batchId, string datasetId)
    {
        JsonObject batch = Get(sandbox, batchId);
        if (BatchDocument.DatasetOf(batch) != datasetId)
            throw IngestionErrors.Invalid($"The batch {batchId} belongs to another dataset than {datasetId}.");
        RequireState(batch, batchId, BatchStatus.Loading);
    }

    /// <summary>Takes no more files and starts to process.</summary>
    /// <exception cref="ApiException">404: no such batch; 409: it was completed or aborted before.</exception>
    public void Complete(Sandbox sandbox, string batchId)
    {
        Close(sandbox, batchId, BatchStatus.Staging, BatchStatus.Loading);
        Process(sandbox, batchId);
    }

    /// <summary>Gives a batch up; also while it is processed, as long as its rows are not in the dataset.</summary>
    public void Abort(Sandbox sandbox, string batchId)
    {
        bool wasLoading = (string?)Get(sandbox, batchId)["status"] == BatchStatus.Loading;
        Close(sandbox, batchId, BatchStatus.Aborted, BatchStatus.Loading, BatchStatus.Staging);
        if (wasLoading)
            staging.ClearInput(sandbox, batchId);
    }

    /// <summary>The client gives the batch up as failed.</summary>
    public void Fail(Sandbox sandbox, string batchId) => Close(sandbox, batchId, BatchStatus.Failed, BatchStatus.Loading);

    /// <summary>Takes a finished batch and its rows away: at once inactive, deleted after the processing time.</summary>
    public void Revert(Sandbox sandbox, string batchId)
    {
        string datasetId = BatchDocument.DatasetOf(Get(sandbox, batchId));
        Close(sandbox, batchId, BatchStatus.Inactive, BatchStatus.Success, BatchStatus.Failed, BatchStatus.Aborted);
        if (sandbox.Lake.Snapshots(datasetId).Any(snapshot => snapshot.BatchId == batchId))
            sandbox.Lake.Remove(datasetId, batchId);
        Collect(sandbox, batchId);
    }

    /// <summary>Completes a batch and waits for its end: for services that ingest on somebody's behalf.</summary>
    public async Task<BatchOutcome> CompleteAndProcessAsync(Sandbox sandbox, string batchId, CancellationToken cancellationToken)
    {
        Close(sandbox, batchId, BatchStatus.Staging, BatchStatus.Loading);
        try
        {
            return await ProcessAsync(sandbox, batchId, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Finish(sandbox, batchId, BatchOutcomes.Broken(failure));
            throw;
        }
    }

    /// <summary>Adds rows that are typed already, as the results of SQL are. The file is moved into the lake.</summary>
    public LakeSnapshot CommitParquet(Sandbox sandbox, CatalogDataset dataset, string parquetFile, long rows, string createdBy)
    {
        string id = Create(sandbox, dataset.Id, "parquet", createdBy);
        string[] files = rows == 0 ? [] : [sandbox.Lake.NewFile(dataset.Id, id)];
        long size = new FileInfo(parquetFile).Length;
        if (rows == 0)
            File.Delete(parquetFile);
        else
            File.Move(parquetFile, files[0]);
        LakeSnapshot snapshot = sandbox.Lake.Commit(dataset.Id, id, files, rows);
        var metrics = new BatchMetrics(files.Length, size, files.Length, size);
        Finish(sandbox, id, new BatchOutcome(BatchStatus.Success, rows, []) { SnapshotId = snapshot.Id, Metrics = metrics });
        return snapshot;
    }

    /// <summary>Goes on with the batches that an earlier run of the platform left unfinished.</summary>
    public void Resume(Sandbox sandbox)
    {
        foreach (JsonObject batch in All(sandbox).Where(BatchDocument.IsIngested))
        {
            if ((string?)batch["status"] == BatchStatus.Staging)
                Process(sandbox, (string)batch["id"]!);
            if ((string?)batch["status"] == BatchStatus.Inactive)
                Collect(sandbox, (string)batch["id"]!);
        }
    }

    /// <summary>Records how a batch ended, unless it was aborted meanwhile.</summary>
    public void Finish(Sandbox sandbox, string batchId, BatchOutcome outcome) => Change(sandbox, batchId, batch =>
    {
        if ((string?)batch["status"] != BatchStatus.Aborted)
            BatchDocument.SetOutcome(batch, outcome, Now());
    });

    private void Process(Sandbox sandbox, string batchId) => work.Start(
        $"batch {batchId}",
        cancellationToken => ProcessAsync(sandbox, batchId, cancellationToken),
        failure => Finish(sandbox, batchId, BatchOutcomes.Broken(failure)));

    private async Task<BatchOutcome> ProcessAsync(Sandbox sandbox, string batchId, CancellationToken cancellationToken)
    {
        BatchDefinition definition = BatchDocument.Read(Get(sandbox, batchId));
        // A stop between commit and status leaves the rows in the lake: they must not be added again.
        LakeSnapshot? committed = sandbox.Lake.Snapshots(definition.DatasetId).FirstOrDefault(snapshot => snapshot.BatchId == batchId);
        CatalogDataset dataset = datasets.Find(sandbox, definition.DatasetId)
            ?? throw new InvalidOperationException($"The dataset {definition.DatasetId} was deleted.");
        BatchOutcome outcome = committed is not null
            ? new BatchOutcome(BatchStatus.Success, committed.Rows, []) { SnapshotId = committed.Id }
            : await processor.ProcessAsync(sandbox, dataset, batchId, definition,
                (files, rows) => Commit(sandbox, batchId, definition, files, rows), cancellationToken);
        Finish(sandbox, batchId, outcome);
        if (outcome.Status != BatchStatus.Failed)
            staging.ClearInput(sandbox, batchId);
        if (outcome.Status == BatchStatus.Success)
            Retire(sandbox, definition.Replay);
        return outcome;
    }

    // One step with the look at the status, so that an abort comes either before or too late.
    private static LakeSnapshot? Commit(Sandbox sandbox, string batchId, BatchDefinition definition, IReadOnlyList<string> files, long rows)
    {
        LakeSnapshot? snapshot = null;
        Change(sandbox, batchId, batch =>
        {
            if ((string?)batch["status"] == BatchStatus.Staging)
                snapshot = sandbox.Lake.Commit(definition.DatasetId, batchId, files, rows, definition.Replay?.Predecessors);
        });
        return snapshot;
    }

    private void Retire(Sandbox sandbox, BatchReplay? replay)
    {
        foreach (string predecessor in replay?.Predecessors ?? [])
        {
            Change(sandbox, predecessor, batch => BatchDocument.SetStatus(batch, BatchStatus.Inactive, Now()));
            Collect(sandbox, predecessor);
        }
    }

    private void Collect(Sandbox sandbox, string batchId) => work.Start(
        $"batch {batchId}",
        _ =>
        {
            staging.Clear(sandbox, batchId);
            Change(sandbox, batchId, batch => BatchDocument.SetStatus(batch, BatchStatus.Deleted, Now()));
            return Task.CompletedTask;
        },
        _ => { }); // logged; it stays inactive, and the next start tries again

    private void Close(Sandbox sandbox, string batchId, string status, params string[] from)
    {
        Get(sandbox, batchId);
        Change(sandbox, batchId, batch =>
        {
            RequireState(batch, batchId, from);
            BatchDocument.SetStatus(batch, status, Now());
        });
    }

    private static void Change(Sandbox sandbox, string batchId, Action<JsonObject> change)
    {
        if (!Batches(sandbox).TryUpdate(batchId, change, out _))
            throw IngestionErrors.NotFound(batchId);
    }

    private static void RequireState(JsonObject batch, string batchId, params string[] states)
    {
        if (!states.Contains((string?)batch["status"]))
            throw IngestionErrors.Conflict($"The batch {batchId} is in the state {batch["status"]} and cannot be changed.");
    }

    private static JsonObject Get(Sandbox sandbox, string batchId) =>
        Batches(sandbox).Find(batchId) is { } batch && BatchDocument.IsIngested(batch) ? batch : throw IngestionErrors.NotFound(batchId);

    private static DocumentCollection Batches(Sandbox sandbox) => sandbox.Documents[Kind];

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
