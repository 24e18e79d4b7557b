using System.Runtime.CompilerServices;
using Aep.Sdk.LandingZones;
using Propensity.Workflow;

namespace Propensity.Training;

/// <summary>The exported training dataset in the Data Landing Zone.</summary>
public static class TrainingExport
{
    /// <summary>The newest export.</summary>
    /// <exception cref="WorkflowException">There is none.</exception>
    public static async Task<ExportFolder> FindAsync(LandingZoneContainer container, WorkflowContext context, CancellationToken cancellationToken)
    {
        string datasetId = context.Config.Require("Platform", "featurized_dataset_id", "Step 2 (02.ExploreAndFeaturize) writes it.");
        string path = context.Cloud("export_path");
        return await container.FindLatestExportAsync(path, datasetId, cancellationToken)
            ?? throw new WorkflowException($"The landing zone holds no export of the dataset {datasetId} below {path}. Run step 3 (03.ExportTrainingData) first.");
    }

    /// <summary>All rows, file by file.</summary>
    public static async IAsyncEnumerable<TrainingRow> ReadAsync(
        LandingZoneContainer container, ExportFolder folder, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (LandingZoneFile file in ParquetFiles(folder))
        {
            await using FileStream local = await DownloadAsync(container, file, cancellationToken);
            await foreach (TrainingRow row in TrainingFile.ReadAsync(local, cancellationToken))
                yield return row;
        }
    }

    // Other files may lie beside them, such as a manifest.
    internal static IEnumerable<LandingZoneFile> ParquetFiles(ExportFolder folder) =>
        folder.Files.Where(file => file.Path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase));

    // Parquet is read from its end backwards, in many small pieces: from the disk, not over the network. The file goes when it is closed.
    internal static async Task<FileStream> DownloadAsync(LandingZoneContainer container, LandingZoneFile file, CancellationToken cancellationToken)
    {
        var local = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await container.DownloadAsync(file.Path, local, cancellationToken);
            local.Position = 0;
            return local;
        }
        catch
        {
            await local.DisposeAsync();
            throw;
        }
    }
}
