namespace Aep.Sdk.Schemas;

/// <summary>
/// The labels of schemas' fields. They hold for all datasets of the schema, also when they were put on a field group (or class) that it is
/// made of.
/// </summary>
internal sealed class SchemaLabels
{
    private readonly SchemasClient _schemas;
    private readonly IReadOnlyList<LabelDescriptor> _descriptors;

    private SchemaLabels(SchemasClient schemas, IReadOnlyList<LabelDescriptor> descriptors) =>
        (_schemas, _descriptors) = (schemas, descriptors);

    public bool Any => _descriptors.Count > 0;

    public static async Task<SchemaLabels> ReadAsync(SchemasClient schemas, CancellationToken cancellationToken)
    {
        RegistryFilter[] labels = [RegistryFilter.Equal("@type", new LabelDescriptor().Type)];
        List<LabelDescriptor> found = await schemas.Descriptors.ListAsync(labels).OfType<LabelDescriptor>().ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return new SchemaLabels(schemas, found);
    }

    /// <summary>Those that hold for a schema.</summary>
    public async Task<IReadOnlyList<LabelDescriptor>> OfAsync(string schemaId, CancellationToken cancellationToken)
    {
        if (!Any) return [];
        Schema schema = await _schemas.GetAsync(schemaId, cancellationToken).ConfigureAwait(false);
        HashSet<string> parts = [schemaId, .. schema.Extends];
        return [.. _descriptors.Where(descriptor => parts.Contains(descriptor.SourceSchema))];
    }
}
