using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>The uploaded files of batches that are not yet in the lake.</summary>
internal sealed class StagingArea(DataFolder folder)
{
    /// <summary>The documented limit of a single upload.</summary>
    public const long MaxFileBytes = 256L * 1024 * 1024;

    private const string Partial = ".partial";

    /// <summary>Writes a file as one step: a second upload of the same name replaces the first, a broken one leaves nothing.</summary>
    public async Task WriteAsync(Sandbox sandbox, string batchId, string name, Stream body, CancellationToken cancellationToken)
    {
        string target = Path.Combine(Folder(sandbox, batchId), Uri.EscapeDataString(name));
        string partial = $"{target}.{Guid.NewGuid():N}{Partial}";
        try
        {
            await CopyAsync(body, partial, cancellationToken);
            File.Move(partial, target, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public IReadOnlyList<string> Files(Sandbox sandbox, string batchId) =>
        [.. Directory.EnumerateFiles(Folder(sandbox, batchId)).Where(file => !file.EndsWith(Partial, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public string ScratchFile(Sandbox sandbox, string batchId) => Path.Combine(Folder(sandbox, batchId), $"{Guid.NewGuid():N}{Partial}");

    public void Clear(Sandbox sandbox, string batchId) => Directory.Delete(Folder(sandbox, batchId), recursive: true);

    private static async Task CopyAsync(Stream body, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (file.Position + read > MaxFileBytes)
                throw IngestionErrors.TooLarge($"A single file must not be larger than {MaxFileBytes} bytes: use the large file upload.");
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private string Folder(Sandbox sandbox, string batchId) => folder.Subfolder("sandboxes", sandbox.Name, "staging", batchId);
}
