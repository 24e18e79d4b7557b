using Aep.Sdk;
using Aep.Sdk.Destinations;
using Aep.Sdk.LandingZones;
using Propensity.Report;
using Propensity.Training;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>Step 3: export the training dataset as Parquet files to the Data Landing Zone.</summary>
public static class ExportTrainingData
{
    public const string Title = "Step 3: export the training data";

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        string datasetId = context.Config.Require("Platform", "featurized_dataset_id", "Step 2 (02.ExploreAndFeaturize) writes it.");
        string path = context.Cloud("export_path");
        if (context.Cloud("data_format") != "parquet")
            throw new WorkflowException($"data_format in {context.Config.Path} must be parquet: step 4 reads nothing else.");

        // One call: source connection, base and target connection, dataflow, ad-hoc run, and the wait for the run.
        DatasetExport export = await context.Console.TrackAsync("dataflow to the Data Landing Zone", progress =>
            aep.Destinations.ExportDatasetAsync(datasetId, LandingZoneExport.Parquet(path, context.Cloud("compression_type")), progress, cancellationToken));
        context.Console.Say($"  run          {export.Run.Id}: {export.Rows} rows, {export.Files} files, {export.Bytes} bytes");
        context.Results.Resources.Add(new CreatedResource("dataflow", "export of the training dataset", export.FlowId));

        using LandingZoneContainer container = await LandingZoneContainer.OpenAsync(aep, LandingZoneType.Destination, context.LandingZone, cancellationToken);
        ExportFolder folder = await TrainingExport.FindAsync(container, context, cancellationToken);
        foreach (LandingZoneFile file in folder.Files)
            context.Console.Say($"    {file.Path} ({file.Length} bytes)");

        // The rows are counted in the files themselves: what a service says of its work is not what has arrived.
        long rows = await TrainingExport.ReadAsync(container, folder, cancellationToken).LongCountAsync(cancellationToken);
        context.Results.Exported = new ExportedData(folder.Path, folder.Files.Count, folder.Files.Sum(file => file.Length), rows);

        if (context.Options.FeaturesFile is { } features)
            await TrainingCsv.WriteAsync(features, container, folder, cancellationToken);
    }
}
