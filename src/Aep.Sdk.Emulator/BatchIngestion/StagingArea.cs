using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// The files of batches outside of the lake: uploads that wait, the uploads of failed batches, and the diagnostics of refused rows.
/// </summary>
internal sealed class StagingArea(DataFolder folder)
{
    /// <summary>The documented limit of a single upload.</summary>
    public const long MaxFileBytes = 256L * 1024 * 1024;

    private const int MaxNameLength = 200;
    private const string NamePrefix = "f-"; // no name can then be "." or ".."

    /// <summary>Streams an upload to disk, beside the batch's files. It becomes one of them by <see cref="Accept"/>.</summary>
    /// <returns>Where it lies.</returns>
    public async Task<string> ReceiveAsync(Sandbox sandbox, string batchId, Stream body, long limit, CancellationToken cancellationToken)
    {
        string path = ScratchFile(sandbox, batchId);
        try
        {
            await CopyAsync(body, path, limit, cancellationToken);
            return path;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Makes a received upload a file of the batch; it replaces a file of the same name.</summary>
    public void Accept(Sandbox sandbox, string batchId, string name, string received)
    {
        string target = Path.Combine(InputFolder(sandbox, batchId), StoredName(name));
        File.Move(received, target, overwrite: true);
    }

    /// <summary>The uploads of a batch, by name.</summary>
    public IReadOnlyList<(string Name, string Path)> Files(Sandbox sandbox, string batchId) =>
        [.. Directory.EnumerateFiles(InputFolder(sandbox, batchId)).Order(StringComparer.Ordinal)
            .Select(path => (Uri.UnescapeDataString(Path.GetFileName(path)[NamePrefix.Length..]), path))];

    public string? Find(Sandbox sandbox, string batchId, string name) =>
        Files(sandbox, batchId).Where(file => file.Name == name).Select(file => file.Path).FirstOrDefault();

    public string ScratchFile(Sandbox sandbox, string batchId) =>
        Path.Combine(Folder(sandbox, batchId, "scratch"), Guid.NewGuid().ToString("N"));

    /// <summary>Where the refused rows of a batch are written.</summary>
    public string DiagnosticsFolder(Sandbox sandbox, string batchId) => Folder(sandbox, batchId, "row_errors");

    /// <summary>Where the names of the files are written that a batch was completed with.</summary>
    public string InputListFolder(Sandbox sandbox, string batchId) => Folder(sandbox, batchId, "input_files");

    /// <summary>Removes the uploads; diagnostics stay.</summary>
    public void ClearInput(Sandbox sandbox, string batchId)
    {
        Directory.Delete(InputFolder(sandbox, batchId), recursive: true);
        ClearScratch(sandbox, batchId);
    }

    /// <summary>Removes everything that is kept of a batch.</summary>
    public void Clear(Sandbox sandbox, string batchId) =>
        Directory.Delete(folder.Subfolder("sandboxes", sandbox.Name, "staging", batchId), recursive: true);

    /// <summary>Where the parts of a large file wait for the rest.</summary>
    public string PartsFolder(Sandbox sandbox, string batchId, string name) =>
        Path.Combine(Folder(sandbox, batchId, "parts"), StoredName(name));

    public void ClearScratch(Sandbox sandbox, string batchId) => Directory.Delete(Folder(sandbox, batchId, "scratch"), recursive: true);

    private static string StoredName(string name)
    {
        string stored = NamePrefix + Uri.EscapeDataString(name);
        return stored.Length <= MaxNameLength
            ? stored
            : throw IngestionErrors.Invalid($"The file path is longer than {MaxNameLength} characters.");
    }

    private static async Task CopyAsync(Stream body, string path, long limit, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (file.Position + read > limit)
                throw IngestionErrors.TooLarge(
                    $"A single upload must not be larger than {limit} bytes: send a larger file in parts, by the large file upload.");
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private string InputFolder(Sandbox sandbox, string batchId) => Folder(sandbox, batchId, "input");

    private string Folder(Sandbox sandbox, string batchId, string part) =>
        folder.Subfolder("sandboxes", sandbox.Name, "staging", batchId, part);
}
