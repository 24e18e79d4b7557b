using Aep.Sdk.Datasets;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Destinations;

/// <summary>
/// The labels of profile attributes: those that the datasets which feed Profile carry, as a whole or on the fields, and those of their
/// schemas.
/// </summary>
internal sealed class ProfileLabelReader(DatasetsClient datasets, SchemasClient schemas, DatasetLabelReader labels)
{
    public async Task<IReadOnlyList<LabelFinding>> ReadAsync(IReadOnlyList<string> attributes, CancellationToken cancellationToken)
    {
        var findings = new List<LabelFinding>();
        SchemaLabels ofSchemas = await SchemaLabels.ReadAsync(schemas, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<Dataset> feeding = datasets.ListAsync().Where(dataset => dataset.IsEnabledForProfile);
        await foreach (Dataset dataset in feeding.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<LabelFinding> found = await labels.ReadAsync(dataset, ofSchemas, cancellationToken).ConfigureAwait(false);
            findings.AddRange(
                found.Where(finding => finding.Field is { } field && attributes.Any(attribute => IsIn(attribute, Path(field)))));
            LabelFinding[] whole = [.. found.Where(finding => finding.Field is null)];
            if (whole.Length > 0 && await FeedsAsync(dataset, attributes, cancellationToken).ConfigureAwait(false) is { } fed)
                findings.AddRange(whole.Select(finding => finding with { Field = $"{fed} (the dataset {dataset.Name} as a whole)" }));
        }

        return findings;
    }

    // A label of the dataset is one of each of its fields.
    private async Task<string?> FeedsAsync(Dataset dataset, IReadOnlyList<string> attributes, CancellationToken cancellationToken)
    {
        if (dataset.SchemaRef is not { } schema) return attributes[0];
        XdmFieldTree fields = await schemas.GetFieldsAsync(schema.Id, cancellationToken: cancellationToken).ConfigureAwait(false);
        return attributes.FirstOrDefault(attribute => fields.Find(InSchema(attribute)) is not null);
    }

    // Namespaces are keys of the identity map, not fields.
    private static string InSchema(string attribute) =>
        attribute.StartsWith("identityMap.", StringComparison.Ordinal) ? "identityMap" : attribute;

    // A label of an object is one of its members, and whoever takes the object takes the labelled member with it.
    private static bool IsIn(string attribute, string labelled) =>
        $"{attribute}.".StartsWith($"{labelled}.", StringComparison.Ordinal)
            || $"{labelled}.".StartsWith($"{attribute}.", StringComparison.Ordinal);

    // "/properties/_acme/properties/age" of a dataset and "/_acme/age" of a schema are the attribute _acme.age.
    private static string Path(string schemaPath) =>
        string.Join('.', schemaPath.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "properties"));
}
