namespace Aep.Sdk.Schemas;

/// <summary>
/// Brings the registry to a schema as a program describes it, one step after the other. What could refuse it is asked first.
/// </summary>
internal sealed class SchemaApplication(SchemasClient schemas, XdmSchema model)
{
    public async Task<AppliedSchema> RunAsync(CancellationToken cancellationToken)
    {
        string tenantId = await schemas.GetTenantIdAsync(cancellationToken).ConfigureAwait(false);
        Check(tenantId);
        await CheckClassAsync(cancellationToken).ConfigureAwait(false);
        AppliedFieldGroup fields = await schemas.FieldGroups.ApplyAsync(model.Fields, cancellationToken).ConfigureAwait(false);

        string[] groups = [fields.FieldGroup.Id, .. model.FieldGroupIds];
        var definition = new SchemaDefinition(model.Title, model.ClassId, groups) { Description = model.Description };
        Schema schema = await schemas.GetOrCreateAsync(definition, cancellationToken).ConfigureAwait(false);
        schema = await schemas.AddFieldGroupsAsync(schema.Id, groups, cancellationToken).ConfigureAwait(false);
        foreach (XdmIdentity identity in model.Identities)
            await schemas.Descriptors.GetOrCreateAsync(Descriptor(schema, tenantId, identity), cancellationToken).ConfigureAwait(false);
        if (model.ProfileEnabled)
            schema = await schemas.EnableForProfileAsync(schema.Id, cancellationToken).ConfigureAwait(false);
        return new AppliedSchema(schema, fields.FieldGroup, fields.Changes);
    }

    private static IdentityDescriptor Descriptor(Schema schema, string tenantId, XdmIdentity identity) => new()
    {
        SourceSchema = schema.Id,
        SourceProperty = $"/_{tenantId}/{identity.Path.Replace('.', '/')}",
        Namespace = identity.NamespaceCode,
        IsPrimary = identity.IsPrimary,
    };

    private void Check(string tenantId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model.Title, "model.Title");
        ArgumentException.ThrowIfNullOrWhiteSpace(model.ClassId, "model.ClassId");
        if (model.Identities.Count(identity => identity.IsPrimary) > 1)
            throw new ArgumentException($"The schema '{model.Title}' has more than one primary identity.");
        XdmFieldTree fields = XdmFieldTree.Parse(model.Fields.ToBody(tenantId));
        string[] unknown =
            [.. model.Identities.Select(identity => identity.Path).Where(path => fields.Find($"_{tenantId}.{path}") is null)];
        if (unknown.Length > 0)
            throw new ArgumentException($"The schema '{model.Title}' has no field for the identities {string.Join(", ", unknown)}.");
    }

    private async Task CheckClassAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Schema> present = await schemas.FindByTitleAsync(model.Title, cancellationToken).ConfigureAwait(false);
        if (present.FirstOrDefault(schema => schema.ClassId is { } own && own != model.ClassId) is { } other)
            throw new AepException(
                $"There is a schema '{model.Title}' of the class {other.ClassId}, not {model.ClassId}: {other.Id}. Give one of them "
                    + "another title.");
    }
}
