using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Batches that another service of the platform makes of rows that it has taken itself.</summary>
internal sealed class ServiceBatches(BatchService batches, StagingArea staging)
{
    private const string FileName = "messages.json";

    /// <summary>Ingests a file of JSON lines. It is moved into the batch, so that it is either there or here, also after a crash.</summary>
    public string Ingest(Sandbox sandbox, string datasetId, string jsonLines, string createdBy)
    {
        string id = batches.Create(sandbox, datasetId, "json", createdBy);
        staging.Accept(sandbox, id, FileName, jsonLines);
        batches.Complete(sandbox, id);
        return id;
    }

    /// <summary>Keeps refused rows in a batch that has failed, with a diagnostic for each, as AEP keeps them.</summary>
    public async Task<string> KeepRefusedAsync(
        Sandbox sandbox, string datasetId, IAsyncEnumerable<RefusedRow> rows, string createdBy, CancellationToken cancellationToken)
    {
        string id = batches.Create(sandbox, datasetId, "json", createdBy);
        string input = staging.ScratchFile(sandbox, id);
        BatchOutcome outcome;
        await using (var report = new RowReport(staging.DiagnosticsFolder(sandbox, id)))
        {
            await using (var writer = new StreamWriter(input))
            {
                long number = 0;
                await foreach (RefusedRow row in rows.WithCancellation(cancellationToken))
                {
                    await writer.WriteLineAsync(JsonNode.Parse(row.Content.GetRawText())!.ToJsonString());
                    report.Refuse(FileName, ++number, row.Content, row.Fault);
                }
            }
            outcome = BatchOutcomes.Judge(BatchDocument.Read(batches.Find(sandbox, id)!), report);
        }
        BatchMetrics metrics = new(1, new FileInfo(input).Length, 0, 0);
        staging.Accept(sandbox, id, FileName, input);
        batches.Finish(sandbox, id, outcome with { Metrics = metrics });
        return id;
    }

    /// <summary>
    /// Ends the batches that a service had begun when the platform stopped: with a file they go on, without one nothing is lost.
    /// </summary>
    public void Resume(Sandbox sandbox, string createdBy)
    {
        foreach (JsonObject batch in batches.All(sandbox))
        {
            if ((string?)batch["status"] != BatchStatus.Loading || (string?)batch["createdUser"] != createdBy)
                continue;
            string id = (string)batch["id"]!;
            if (staging.Files(sandbox, id).Count > 0)
                batches.Complete(sandbox, id);
            else
                batches.Abort(sandbox, id);
        }
    }
}
