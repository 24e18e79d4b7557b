using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.DataAccess;

/// <summary>Finds the files that belong to a batch.</summary>
internal sealed class BatchFiles(BatchService batches, StagingArea staging)
{
    private const string RowErrors = "row_errors";
    private const string InputFiles = "input_files";

    /// <summary>The Parquet files that a batch added to its dataset, with the id of each.</summary>
    public IReadOnlyList<(string FileId, StoredFile File, LakeSnapshot Snapshot)> InLake(Sandbox sandbox, string batchId)
    {
        LakeSnapshot? snapshot =
            sandbox.Lake.Snapshots(BatchDocument.DatasetOf(Batch(sandbox, batchId))).FirstOrDefault(entry => entry.BatchId == batchId);
        if (snapshot is null)
            return [];
        return [.. snapshot.Files.Select((path, index) =>
            (snapshot.FileId(index), new StoredFile(Path.GetFileName(path), path), snapshot))];
    }

    /// <summary>A file of a dataset by its id.</summary>
    public StoredFile FindInLake(Sandbox sandbox, string fileId)
    {
        int dash = fileId.LastIndexOf('-');
        if (dash > 0 && batches.Find(sandbox, fileId[..dash]) is not null)
        {
            foreach ((string id, StoredFile file, _) in InLake(sandbox, fileId[..dash]))
            {
                if (id == fileId)
                    return file;
            }
        }
        throw DataAccessErrors.NotFound("dataset file", fileId);
    }

    /// <summary>The uploads of a batch that failed.</summary>
    public IReadOnlyList<StoredFile> Failed(Sandbox sandbox, string batchId) =>
        (string?)Batch(sandbox, batchId)["status"] == BatchStatus.Failed
        ? [.. staging.Files(sandbox, batchId).Select(file => new StoredFile(file.Name, file.Path))]
        : [];

    /// <summary>What is known about a batch besides its rows: a folder's files, or one file.</summary>
    public IReadOnlyList<StoredFile> Meta(Sandbox sandbox, string batchId, string? path)
    {
        Batch(sandbox, batchId);
        IReadOnlyList<StoredFile> files =
        [
            .. In(InputFiles, staging.InputListFolder(sandbox, batchId)), .. In(RowErrors, staging.DiagnosticsFolder(sandbox, batchId)),
        ];
        if (path is null)
            return files;
        string wanted = path.Trim('/');
        return [.. files.Where(file => file.Name == wanted || file.Name.StartsWith(wanted + "/", StringComparison.Ordinal))];
    }

    /// <summary>Whether a path of <see cref="Meta"/> is a folder.</summary>
    public static bool IsFolder(string? path) => path is null || path.Trim('/') is RowErrors or InputFiles;

    private static IEnumerable<StoredFile> In(string name, string folder) => Directory.EnumerateFiles(folder)
        .Order(StringComparer.Ordinal).Select(file => new StoredFile($"{name}/{Path.GetFileName(file)}", file));

    private JsonObject Batch(Sandbox sandbox, string batchId) =>
        batches.Find(sandbox, batchId) ?? throw DataAccessErrors.NotFound("batch", batchId);
}
