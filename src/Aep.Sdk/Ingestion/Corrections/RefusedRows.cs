using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// The refused rows of a batch, to be found among its rows by what they contain. Memory grows with their number, but not with their size.
/// </summary>
internal sealed class RefusedRows
{
    private readonly Dictionary<string, Queue<RowErrors>> _byKey = [];

    /// <summary>How many have not been found yet.</summary>
    public int Left { get; private set; }

    public static async Task<RefusedRows> ReadAsync(DatasetFilesClient files, string batchId, CancellationToken cancellationToken)
    {
        var rows = new RefusedRows();
        await foreach (RowErrors refused in files.ReadRowErrorsAsync(batchId, cancellationToken).ConfigureAwait(false))
            rows.Add(refused);
        return rows;
    }

    /// <returns>Why the row was refused; null when it was not. Of equal rows each is found once.</returns>
    public RowErrors? Take(KeptRow row)
    {
        if (!_byKey.TryGetValue(RowKey.Of(row), out Queue<RowErrors>? found) || !found.TryDequeue(out RowErrors? refused))
            return null;
        Left--;
        return refused;
    }

    private void Add(RowErrors refused)
    {
        string key = RowKey.Of(KeptRow.Of(refused));
        if (!_byKey.TryGetValue(key, out Queue<RowErrors>? same))
            _byKey[key] = same = [];
        same.Enqueue(new RowErrors { Errors = refused.Errors, FileName = refused.FileName });
        Left++;
    }
}
