using Aep.Sdk;
using Aep.Sdk.CleanUp;
using Aep.Sdk.LandingZones;

namespace Propensity.Workflow;

/// <summary>Takes away what the workflow has made on the platform. What it wrote to the output folder stays.</summary>
public static class WorkflowCleanUp
{
    // What the steps write into the configuration: without the resources, these ids mean nothing.
    private static readonly (string Section, string Key)[] Ids =
    [
        ("Synthetic", "fieldgroup_id"), ("Synthetic", "events_schema"), ("Synthetic", "events_dataset"), ("Synthetic", "profile_schema"),
        ("Synthetic", "profile_dataset"), ("Platform", "featurized_dataset_id"), ("Platform", "featurized_snapshot_id"),
        ("Platform", "scoring_dataset_id"),
        ("Platform", "dataflow_id"),
    ];

    /// <summary>Lists what goes and what stays; then, unless it is a dry run, removes it.</summary>
    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        CleanUpPlan plan = await aep.CleanUp.PlanAsync(CleanUpSelection.Named(WorkflowNames.All), cancellationToken);
        using LandingZoneContainer exports =
            await LandingZoneContainer.OpenAsync(aep, LandingZoneType.Destination, context.LandingZone, cancellationToken);
        using LandingZoneContainer imports =
            await LandingZoneContainer.OpenAsync(aep, LandingZoneType.UserDropZone, context.LandingZone, cancellationToken);
        plan = plan.With(await FilesAsync(exports, context.Cloud("export_path"), plan, cancellationToken));
        plan = plan.With(await FilesAsync(imports, context.Cloud("import_path"), plan, cancellationToken));

        foreach (CleanUpItem item in plan.Items)
            context.Console.Say($"  - {item}");
        foreach (CleanUpKept kept in plan.Kept)
            context.Console.Say($"  stays: {kept}");
        if (context.Options.DryRun)
        {
            context.Console.Say($"\n{plan.Items.Count} would be removed; nothing was.");
            return;
        }
        await aep.CleanUp.RunAsync(plan, cancellationToken: cancellationToken);
        foreach ((string section, string key) in Ids)
            context.Config.Set(section, key, "");
        await context.Config.SaveAsync(cancellationToken);
        context.Console.Say($"\n{plan.Items.Count} removed, {plan.Kept.Count} kept.");
    }

    // Files name the dataset or the segment that they hold; others in the folder are somebody else's.
    private static async Task<IReadOnlyList<CleanUpItem>> FilesAsync(
        LandingZoneContainer container, string folder, CleanUpPlan plan, CancellationToken cancellationToken)
    {
        string[] ids = [.. plan.Items.Where(item => item.Stage is CleanUpStage.Datasets or CleanUpStage.Audiences).Select(item => item.Id)];
        return await container.ListAsync($"{folder.Trim('/')}/")
            .Where(file => ids.Any(id => file.Path.Contains(id, StringComparison.Ordinal)))
            .Select(file => new CleanUpItem(CleanUpStage.Files, "file", file.Path, null, token => container.DeleteAsync(file.Path, token)))
            .ToListAsync(cancellationToken);
    }
}
