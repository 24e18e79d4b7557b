using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// The rows that a batch with refused ones should have had: of one that has succeeded in part, the refused rows, corrected; of one that has
/// failed as a whole, the others as well, as they were. When AEP has not kept them all it is an error, and not a batch that is too small.
/// </summary>
internal sealed class CorrectedRows<T>(
    FailedBatch batch, DatasetFilesClient files, JsonTypeInfo<T> type, Func<FailedRecord<T>, T?> correct)
    where T : class
{
    private const string WhatToDo =
        "Was it created with EnableErrorDiagnostics, and less than 30 days ago? Nothing was ingested: correct the source, and ingest it "
            + "again.";

    private long _corrected;
    private long _leftOut;
    private long _unchanged;

    /// <exception cref="AepException">AEP has not kept what is needed, or not in a form that can be told apart.</exception>
    public IAsyncEnumerable<JsonElement> ReadAsync(CancellationToken cancellationToken)
    {
        if (!batch.HasOtherRows)
            return ReadRefusedAsync(cancellationToken);
        return batch.IsJsonLines ? ReadAllAsync(cancellationToken) : throw new AepException(
            $"The batch {batch.Id} has failed as a whole, and its files are no JSON lines: its good rows cannot be told from the others "
                + "here. "
            + "Correct the source, and ingest it again.");
    }

    /// <summary>What has become of them, after they were read.</summary>
    public BatchCorrection Describe(string batchId, IngestionResult result) => new(batchId)
    {
        BatchId = result.BatchIds.SingleOrDefault(),
        Corrected = _corrected,
        LeftOut = _leftOut,
        Unchanged = _unchanged,
        RefusedAgain = result.RefusedRecords,
    };

    private async IAsyncEnumerable<JsonElement> ReadRefusedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (RowErrors refused in files.ReadRowErrorsAsync(batch.Id, cancellationToken).ConfigureAwait(false))
        {
            if (Correct(KeptRow.Of(refused), refused) is { } row)
                yield return row;
        }
        Require(_corrected + _leftOut, batch.Refused, "refused rows");
    }

    private async IAsyncEnumerable<JsonElement> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RefusedRows refused = await RefusedRows.ReadAsync(files, batch.Id, cancellationToken).ConfigureAwait(false);
        Require(refused.Left, batch.Refused, "refused rows");
        await foreach (KeptRow row in ReadFilesAsync(cancellationToken).ConfigureAwait(false))
        {
            if ((refused.Take(row) is { } why ? Correct(row, why) : Keep(row)) is { } next)
                yield return next;
        }
        if (refused.Left > 0)
            throw new AepException($"{refused.Left} rows that the batch {batch.Id} has refused are not in its files. {WhatToDo}");
        Require(_corrected + _leftOut + _unchanged, batch.Rows, "rows");
    }

    private async IAsyncEnumerable<KeptRow> ReadFilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Datasets.FilePart file in files.ListFailedAsync(batch.Id).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (file.Length == 0)
                continue; // a mark such as _SUCCESS
            using var lines = new StreamReader(await files.OpenFailedAsync(batch.Id, file.Name, cancellationToken).ConfigureAwait(false));
            while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                if (!string.IsNullOrWhiteSpace(line))
                    yield return KeptRow.Of(line);
            }
        }
    }

    private JsonElement? Correct(KeptRow row, RowErrors why)
    {
        T? corrected = correct(row.Refused(why, type));
        if (corrected is null)
            _leftOut++;
        else
            _corrected++;
        return corrected is null ? null : JsonSerializer.SerializeToElement(corrected, type);
    }

    private JsonElement? Keep(KeptRow row)
    {
        _unchanged++;
        return row.Json ?? throw new AepException(
            $"The batch {batch.Id} has a row that cannot be read and that is not among its diagnostics. {WhatToDo}");
    }

    private void Require(long found, long? expected, string what)
    {
        if (expected is null || found != expected)
        {
            throw new AepException(
                $"AEP has kept {found} {what} of the batch {batch.Id}, which had {expected?.ToString() ?? "an unknown number"}. "
                    + $"{WhatToDo}");
        }
    }
}
