using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;
using Aep.Sdk.Profiles;
using Aep.Sdk.Queries;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.CleanUp;

/// <summary>
/// Removes what a program has made in a sandbox, in the order in which it can be removed: dataflows with their connections and mapping
/// sets,
/// segments and audiences, query templates, profile data, datasets, schemas and their parts.
/// </summary>
public class CleanUpClient
{
    private readonly AudienceFinder _audiences;
    private readonly DatasetFinder _datasets;
    private readonly FlowFinder _flows;
    private readonly SchemaFinder _schemas;
    private readonly TemplateFinder _templates;

    /// <summary>For substitutes in tests.</summary>
    protected CleanUpClient() => (_audiences, _datasets, _flows, _schemas, _templates) = (null!, null!, null!, null!, null!);

    internal CleanUpClient(
        SchemasClient schemas, DatasetsClient datasets, QueriesClient queries, FlowsClient flows, MappingsClient mappings,
        ProfilesClient profiles, SegmentationClient segmentation)
    {
        _audiences = new AudienceFinder(segmentation);
        _datasets = new DatasetFinder(datasets, profiles);
        _flows = new FlowFinder(flows, mappings);
        _schemas = new SchemaFinder(schemas);
        _templates = new TemplateFinder(queries.Templates);
    }

    /// <summary>
    /// What a clean-up would remove and keep; nothing is changed. Schemas that are enabled for Profile stay, with their field groups: the
    /// registry
    /// never deletes them. Only a reset of the sandbox does.
    /// </summary>
    /// <param name="selection">Which resources.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<CleanUpPlan> PlanAsync(CleanUpSelection selection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var found = new CleanUpFindings();
        await _audiences.FindAsync(selection, found, cancellationToken).ConfigureAwait(false);
        await _datasets.FindAsync(selection, found, cancellationToken).ConfigureAwait(false);
        await _flows.FindAsync(selection, found, cancellationToken).ConfigureAwait(false);
        await _templates.FindAsync(selection, found, cancellationToken).ConfigureAwait(false);
        await _schemas.FindAsync(selection, found, cancellationToken).ConfigureAwait(false);
        return found.ToPlan();
    }

    /// <summary>
    /// Removes what a plan lists, one after the other. What is gone already counts as removed, and a clean-up that breaks off, wherever it
    /// does, is
    /// gone on with by a new plan of the same selection. What cannot be removed does not keep the others from being tried, save those that
    /// it is
    /// found by.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Told of each item when it is gone.</param>
    /// <param name="cancellationToken">Stops the item at work.</param>
    /// <exception cref="CleanUpFailedException">Something could not be removed; it says what, why, and what was removed.</exception>
    public virtual async Task<CleanUpResult> RunAsync(
        CleanUpPlan plan, IProgress<CleanUpItem>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var removed = new List<CleanUpItem>();
        var failed = new List<(CleanUpItem, AepException)>();
        var held = new Dictionary<string, CleanUpItem>(StringComparer.Ordinal);
        foreach (CleanUpItem item in plan.Items)
        {
            if (await TryAsync(item, held, cancellationToken).ConfigureAwait(false) is { } error)
            {
                failed.Add((item, error));
                foreach (string id in item.FoundBy) held.TryAdd(id, item);
                continue;
            }

            removed.Add(item);
            progress?.Report(item);
        }

        var result = new CleanUpResult(removed, failed, plan.Kept);
        return failed.Count == 0 ? result : throw new CleanUpFailedException(result);
    }

    private static async Task<AepException?> TryAsync(
        CleanUpItem item, Dictionary<string, CleanUpItem> held, CancellationToken cancellationToken)
    {
        if (held.TryGetValue(item.Id, out CleanUpItem? other))
            return new AepException($"it stays until {other} is gone, which is found by it");
        try
        {
            await item.RemoveAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (AepException error)
        {
            return error;
        }
    }
}
