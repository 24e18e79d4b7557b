using Aep.Sdk.Datasets;
using Aep.Sdk.Profiles;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Segmentation;

/// <summary>The datasets that profiles are made of, under a merge policy.</summary>
internal sealed class ProfileSources(DatasetsClient datasets, SchemasClient schemas, MergePoliciesClient mergePolicies)
{
    private const string ByDataset = "dataSetPrecedence";

    public async Task<IReadOnlyList<ProfileSource>> ReadAsync(string? mergePolicyId, CancellationToken cancellationToken)
    {
        MergePolicy? policy = mergePolicyId is { Length: > 0 } id
            ? await mergePolicies.GetAsync(id, cancellationToken).ConfigureAwait(false)
            : await mergePolicies.FindDefaultAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string>? only = policy?.AttributeMerge is { Type: ByDataset } precedence ? precedence.Order ?? [] : null;
        var sources = new List<ProfileSource>();
        IAsyncEnumerable<Dataset> feeding = datasets.ListAsync().Where(dataset => dataset.IsEnabledForProfile);
        await foreach (Dataset dataset in feeding.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            ProfileSource source = await ReadAsync(dataset, cancellationToken).ConfigureAwait(false);
            // Which datasets count is said of attributes; events are never merged.
            if (source.HoldsEvents || only is null || only.Contains(dataset.Id)) sources.Add(source);
        }

        return sources;
    }

    private async Task<ProfileSource> ReadAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        if (dataset.SchemaRef is not { } reference) return ProfileSource.Whole(dataset.Id);
        Schema schema = await schemas.GetAsync(reference.Id, XdmFormat.Full, null, cancellationToken).ConfigureAwait(false);
        bool events = schema.ClassId == XdmClasses.ExperienceEvent || schema.Extends.Contains(XdmBehaviors.TimeSeries);
        return new ProfileSource(dataset.Id, events, XdmFieldTree.Parse(schema.ToJson()));
    }
}
