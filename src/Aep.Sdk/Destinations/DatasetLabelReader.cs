using Aep.Sdk.Datasets;

namespace Aep.Sdk.Destinations;

/// <summary>The labels of a dataset and of its fields.</summary>
internal sealed class DatasetLabelReader(DatasetLabelsClient client)
{
    public async Task<IReadOnlyList<LabelFinding>> ReadAsync(string datasetId, CancellationToken cancellationToken)
    {
        DatasetLabels labels = await client.GetAsync(datasetId, cancellationToken).ConfigureAwait(false);
        IEnumerable<LabelFinding> own = labels.Labels.Select(label => new LabelFinding(label, null));
        IEnumerable<LabelFinding> fields = labels.Fields.SelectMany(field => field.Labels.Select(label => new LabelFinding(label, field.Option?.SchemaPath)));
        return [.. own, .. fields];
    }
}
