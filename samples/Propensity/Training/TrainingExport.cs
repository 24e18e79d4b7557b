using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.LandingZones;
using Propensity.Workflow;

namespace Propensity.Training;

/// <summary>The exported training dataset in the Data Landing Zone, for the steps after the export.</summary>
public static class TrainingExport
{
    /// <summary>The rows of the newest export, read as they are asked for.</summary>
    /// <exception cref="AepConfigurationException">Step 2 has not run.</exception>
    /// <exception cref="WorkflowException">Step 3 has not run, or step 2 not on this platform.</exception>
    public static async Task<IAsyncEnumerable<TrainingRow>> OpenAsync(
        AepClient aep, LandingZoneContainer zone, WorkflowContext context, CancellationToken cancellationToken)
    {
        Dataset training = await context.TrainingDatasetAsync(aep, cancellationToken);
        string path = context.Cloud("export_path");
        if (await zone.FindLatestExportAsync(path, training.Id, cancellationToken) is null)
            throw new WorkflowException(
                $"The landing zone holds no export of the dataset {training.Name} ({training.Id}) below {path}. "
                + "Run step 3 (03.ExportTrainingData) first.");
        return zone.ReadExportAsync(path, training.Id, TrainingJson.Default.FeatureRow, cancellationToken).Select(TrainingRow.Of);
    }
}
