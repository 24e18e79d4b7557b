using Aep.Sdk.Datasets;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Destinations;

/// <summary>The labels of a dataset and of its fields: its own, and those that come with its schema.</summary>
internal sealed class DatasetLabelReader(DatasetsClient datasets, SchemasClient schemas)
{
    public async Task<IReadOnlyList<LabelFinding>> ReadAsync(string datasetId, CancellationToken cancellationToken)
    {
        SchemaLabels ofSchemas = await SchemaLabels.ReadAsync(schemas, cancellationToken).ConfigureAwait(false);
        if (!ofSchemas.Any) return await OwnAsync(datasetId, cancellationToken).ConfigureAwait(false);
        Dataset dataset = await datasets.GetAsync(datasetId, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(dataset, ofSchemas, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<LabelFinding>> ReadAsync(Dataset dataset, SchemaLabels ofSchemas, CancellationToken cancellationToken)
    {
        IReadOnlyList<LabelFinding> own = await OwnAsync(dataset.Id, cancellationToken).ConfigureAwait(false);
        if (dataset.SchemaRef is not { } schema) return own;
        IReadOnlyList<(string Label, string Field)> ofSchema = await ofSchemas.OfAsync(schema.Id, cancellationToken).ConfigureAwait(false);
        return [.. own, .. ofSchema.Select(found => new LabelFinding(found.Label, found.Field))];
    }

    private async Task<IReadOnlyList<LabelFinding>> OwnAsync(string datasetId, CancellationToken cancellationToken)
    {
        DatasetLabels labels = await datasets.Labels.GetAsync(datasetId, cancellationToken).ConfigureAwait(false);
        IEnumerable<LabelFinding> whole = labels.Labels.Select(label => new LabelFinding(label, null));
        IEnumerable<LabelFinding> fields =
            from field in labels.Fields from label in field.Labels select new LabelFinding(label, field.Option?.SchemaPath);
        return [.. whole, .. fields];
    }
}
