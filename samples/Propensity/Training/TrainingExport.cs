using Aep.Sdk;
using Aep.Sdk.LandingZones;
using Propensity.Workflow;

namespace Propensity.Training;

/// <summary>The exported training dataset in the Data Landing Zone, for the steps after the export.</summary>
public static class TrainingExport
{
    /// <summary>The rows of the newest export, read as they are asked for.</summary>
    /// <exception cref="AepConfigurationException">Step 2 has not run.</exception>
    /// <exception cref="WorkflowException">Step 3 has not run.</exception>
    public static async Task<IAsyncEnumerable<TrainingRow>> OpenAsync(
        LandingZoneContainer zone, WorkflowContext context, CancellationToken cancellationToken)
    {
        string path = context.Cloud("export_path"), datasetId = context.TrainingDatasetId;
        if (await zone.FindLatestExportAsync(path, datasetId, cancellationToken) is null)
            throw new WorkflowException(
                $"The landing zone holds no export of the dataset {datasetId} below {path}. Run step 3 (03.ExportTrainingData) first.");
        return zone.ReadExportAsync(path, datasetId, TrainingJson.Default.FeatureRow, cancellationToken).Select(TrainingRow.Of);
    }
}
