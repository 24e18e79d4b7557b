using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.LandingZones;
using Propensity.Report;
using Propensity.Training;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>Step 3: export the training dataset to the Data Landing Zone, from where a model can be trained.</summary>
public static class ExportTrainingData
{
    public const string Title = "Step 3: export the training data";

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        Dataset training = await context.TrainingDatasetAsync(aep, cancellationToken);
        context.Console.Say($"  dataset      {training.Name}: {training.Id}");

        // An export takes data out of the reach of the platform's controls. The guard reads the labels of the dataset and its fields
        // first, and stops before anything is made where one says that the data is not for data science (C9), sensitive (PSPD) or
        // regulated health data (RHD).
        LandingZoneExport definition = context.TrainingExport with { Guard = GovernanceGuard.Default };

        // One call: connections and dataflow, or those of an earlier run, an ad-hoc run of it, and the wait for the run. A new dataflow
        // is not ready at once, about ten minutes on the real platform: the call tries again until it is.
        DatasetExport export = await context.Console.TrackAsync("dataflow to the Data Landing Zone", progress =>
            aep.Destinations.ExportDatasetAsync(training.Id, definition, progress, cancellationToken));
        context.Made("dataflow", "export of the training dataset", export.FlowId);
        context.Console.Say($"  run          {export.Run.Id}: {export.Rows} rows, {export.Files} files, {export.Bytes} bytes");

        // What a service says of its work is not what has arrived. The rows are counted in the files themselves, the newest that are there.
        using LandingZoneContainer zone = await context.OpenExportsAsync(aep, cancellationToken);
        ExportFolder folder = await zone.FindLatestExportAsync(definition.Path, training.Id, cancellationToken)
            ?? throw new WorkflowException($"The run has ended, but {definition.Path} holds no export of the dataset {training.Id}.");
        foreach (LandingZoneFile file in folder.Files)
            context.Console.Say($"    {file.Path} ({file.Length} bytes)");
        long rows = await zone.ReadExportAsync(definition.Path, training.Id, TrainingJson.Default.FeatureRow, cancellationToken)
            .LongCountAsync(cancellationToken);
        context.Console.Say($"  {rows} rows read back");
        context.Results.Exported = new ExportedData(folder.Path, folder.Files.Count, folder.Files.Sum(file => file.Length), rows);
    }
}
