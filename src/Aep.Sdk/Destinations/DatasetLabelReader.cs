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
        IReadOnlyList<LabelDescriptor> ofSchema = await ofSchemas.OfAsync(schema.Id, cancellationToken).ConfigureAwait(false);
        IEnumerable<LabelFinding> fields =
            from descriptor in ofSchema from label in descriptor.Labels select new LabelFinding(Name(label), descriptor.SourceProperty);
        return [.. own, .. fields];
    }

    // "core/C9" is the label C9 of the container core.
    private static string Name(string label) => label[(label.IndexOf('/', StringComparison.Ordinal) + 1)..];

    // Its own, and those of the datasets that it inherits labels from.
    private async Task<IReadOnlyList<LabelFinding>> OwnAsync(string datasetId, CancellationToken cancellationToken)
    {
        var found = new List<LabelFinding>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([datasetId]);
        while (open.TryDequeue(out string? id))
        {
            if (!seen.Add(id)) continue;
            DatasetLabels labels = await datasets.Labels.GetAsync(id, cancellationToken).ConfigureAwait(false);
            found.AddRange(labels.Labels.Select(label => new LabelFinding(label, null)));
            found.AddRange(
                from field in labels.Fields from label in field.Labels select new LabelFinding(label, field.Option?.SchemaPath));
            foreach (LabelledEntity parent in labels.Parents.Where(parent => parent.Type == "dataset")) open.Enqueue(parent.Id);
        }
        return [.. found.Distinct()];
    }
}
