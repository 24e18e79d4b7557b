using Aep.Sdk.Schemas;

namespace Aep.Sdk.Datasets;

/// <summary>
/// The labels of a dataset's columns. They stand on the fields of its schema, as descriptors; on the dataset itself there are only those of
/// earlier days.
/// </summary>
internal sealed class ColumnLabels(SchemasClient schemas, IDatasetLabelsApi api)
{
    private const int Attempts = 3;

    /// <summary>The labels of each field that has any, with their container: <c>core/C2</c>.</summary>
    public async Task<ILookup<string, string>> OfAsync(string schemaId, DatasetLabels onDataset, CancellationToken cancellationToken)
    {
        var found = new List<(string Path, string Label)>();
        SchemaLabels all = await SchemaLabels.ReadAsync(schemas, cancellationToken).ConfigureAwait(false);
        foreach (LabelDescriptor descriptor in await all.OfAsync(schemaId, cancellationToken).ConfigureAwait(false))
            found.AddRange(descriptor.Labels.Select(label => (Plain(descriptor.SourceProperty), label)));
        foreach (FieldLabels field in onDataset.Fields.Where(field => field.Option?.SchemaPath is not null))
        {
            foreach (string label in field.Labels)
                found.Add((Plain(field.Option!.SchemaPath!), await QualifiedAsync(label, cancellationToken).ConfigureAwait(false)));
        }
        return found.Distinct().ToLookup(item => item.Path, item => item.Label, StringComparer.Ordinal);
    }

    /// <summary>The columns of a derived schema that have the names of a source's fields.</summary>
    public async Task<DerivedColumns> MatchAsync(string source, string derived, CancellationToken cancellationToken) => new(
        await schemas.GetFieldsAsync(source, cancellationToken: cancellationToken).ConfigureAwait(false),
        await schemas.GetFieldsAsync(derived, cancellationToken: cancellationToken).ConfigureAwait(false));

    /// <summary>Adds labels to fields of a schema; those that they have stay.</summary>
    public async Task AddAsync(string schemaId, ILookup<string, string> labels, CancellationToken cancellationToken)
    {
        bool isWritten = false;
        // A descriptor has no version to be written against: what somebody else wrote over it at the same moment is seen by reading again.
        for (int attempt = 1; !isWritten; attempt++)
        {
            isWritten = true;
            List<LabelDescriptor> present =
                await schemas.Descriptors.ListAsync(schemaId).OfType<LabelDescriptor>().ToListAsync(cancellationToken)
                    .ConfigureAwait(false);
            foreach (IGrouping<string, string> field in labels)
            {
                LabelDescriptor[] there = [.. present.Where(descriptor => descriptor.SourceProperty == field.Key)];
                string[] missing = [.. field.Except(there.SelectMany(descriptor => descriptor.Labels))];
                if (missing.Length == 0)
                    continue;
                if (attempt > Attempts)
                    throw new AepException($"The labels of {field.Key} in the schema {schemaId} are written over by somebody else.");
                isWritten &= await WriteAsync(schemaId, field.Key, there.FirstOrDefault(), missing, cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    /// <summary>Without the word <c>properties</c>: <c>/properties/_acme/properties/age</c> is <c>/_acme/age</c>.</summary>
    public static string Plain(string path) =>
        "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "properties"));

    /// <returns>Whether nobody can have written over it.</returns>
    private async Task<bool> WriteAsync(
        string schemaId, string path, LabelDescriptor? present, string[] missing, CancellationToken cancellationToken)
    {
        if (present is not null)
        {
            LabelDescriptor more = present with { Labels = [.. present.Labels, .. missing] };
            await schemas.Descriptors.UpdateAsync(more, cancellationToken).ConfigureAwait(false);
            return false;
        }
        var first = new LabelDescriptor { SourceSchema = schemaId, SourceProperty = path, Labels = missing };
        await schemas.Descriptors.CreateAsync(first, cancellationToken).ConfigureAwait(false);
        return true;
    }

    // Datasets name labels without their container.
    private async Task<string> QualifiedAsync(string label, CancellationToken cancellationToken)
    {
        try
        {
            await api.FindCoreLabelAsync(label, cancellationToken).ConfigureAwait(false);
            return $"core/{label}";
        }
        catch (AepNotFoundException)
        {
            return $"custom/{label}";
        }
    }
}
