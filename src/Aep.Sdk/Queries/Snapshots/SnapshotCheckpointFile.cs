using System.Text.Json;

namespace Aep.Sdk.Queries;

/// <summary>Progress in a file of JSON, which is replaced as a whole.</summary>
/// <param name="path">The file. It need not exist; its folder must.</param>
public sealed class SnapshotCheckpointFile(string path) : ISnapshotCheckpoint
{
    /// <inheritdoc/>
    /// <exception cref="AepConfigurationException">The file is not what this class has written.</exception>
    public async Task<SnapshotProgress?> LoadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return null;
        byte[] text = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(text, QueriesJson.Default.SnapshotProgress);
        }
        catch (JsonException error)
        {
            throw new AepConfigurationException(
                $"{path} is not a checkpoint: {error.Message} Restore it, or delete it to begin from the first snapshot.");
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(SnapshotProgress progress, CancellationToken cancellationToken)
    {
        string next = $"{path}.new";
        FileStream file = new(next, FileMode.Create, FileAccess.Write, FileShare.None);
        await using (file.ConfigureAwait(false))
        {
            await JsonSerializer.SerializeAsync(file, progress, QueriesJson.Default.SnapshotProgress,
                cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
