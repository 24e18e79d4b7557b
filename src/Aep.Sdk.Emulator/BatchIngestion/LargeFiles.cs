using System.Globalization;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// Files that come in parts: INITIALIZE, parts with their ranges, COMPLETE. A part is kept by its range, so that sending it again changes
/// nothing, and the file becomes one of the batch's only when no byte is missing.
/// </summary>
internal sealed class LargeFiles(BatchService batches, StagingArea staging)
{
    /// <summary>The documented limit of a part.</summary>
    public const long MaxPartBytes = 512_000_000;

    public void Initialize(Sandbox sandbox, string batchId, string datasetId, string fileName)
    {
        batches.RequireTakesFiles(sandbox, batchId, datasetId);
        string folder = staging.PartsFolder(sandbox, batchId, fileName);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
    }

    /// <returns>How many bytes from the start of the file are there without a gap.</returns>
    public async Task<long> AddPartAsync(
        Sandbox sandbox, string batchId, string datasetId, string fileName, ContentRange range, Stream body,
        CancellationToken cancellationToken)
    {
        string folder = Require(sandbox, batchId, datasetId, fileName);
        string received = await staging.ReceiveAsync(sandbox, batchId, body, MaxPartBytes, cancellationToken);
        try
        {
            long length = new FileInfo(received).Length;
            if (length != range.Length)
                throw IngestionErrors.Invalid($"Content-Range announces {range.Length} bytes, the body has {length}.");
            File.Move(received, Path.Combine(folder, range.Start.ToString("D20", CultureInfo.InvariantCulture)), overwrite: true);
        }
        finally
        {
            File.Delete(received);
        }
        return Received(folder);
    }

    /// <returns>The length of the whole file.</returns>
    public async Task<long> CompleteAsync(
        Sandbox sandbox, string batchId, string datasetId, string fileName, CancellationToken cancellationToken)
    {
        string folder = Require(sandbox, batchId, datasetId, fileName);
        (long Start, string Path)[] parts = Parts(folder);
        long length = Received(folder);
        if (parts.Length == 0 || parts.Sum(part => new FileInfo(part.Path).Length) != length)
            throw IngestionErrors.Invalid($"The file {fileName} is not complete: {length} bytes are there without a gap or an overlap.");
        string whole = staging.ScratchFile(sandbox, batchId);
        await using (FileStream target = File.Create(whole))
        {
            foreach ((_, string path) in parts)
            {
                await using FileStream part = File.OpenRead(path);
                await part.CopyToAsync(target, cancellationToken);
            }
        }
        batches.Accept(sandbox, batchId, fileName, whole);
        Directory.Delete(folder, recursive: true);
        return length;
    }

    /// <summary>
    /// The bytes of a file that are there: of one that is whole, or from the start of one that comes in parts; null if there is no such
    /// file.
    /// </summary>
    public long? Length(Sandbox sandbox, string batchId, string fileName)
    {
        if (staging.Find(sandbox, batchId, fileName) is { } whole)
            return new FileInfo(whole).Length;
        string folder = staging.PartsFolder(sandbox, batchId, fileName);
        return Directory.Exists(folder) ? Received(folder) : null;
    }

    private string Require(Sandbox sandbox, string batchId, string datasetId, string fileName)
    {
        batches.RequireTakesFiles(sandbox, batchId, datasetId);
        string folder = staging.PartsFolder(sandbox, batchId, fileName);
        return Directory.Exists(folder) ? folder : throw IngestionErrors.FileNotFound(fileName, "begin it with the action INITIALIZE");
    }

    private static (long Start, string Path)[] Parts(string folder) =>
        [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(
            path => (long.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture), path))];

    private static long Received(string folder)
    {
        long end = 0;
        foreach ((long start, string path) in Parts(folder))
        {
            if (start > end)
                break;
            end = Math.Max(end, start + new FileInfo(path).Length);
        }
        return end;
    }
}
