using Aep.Sdk.Schemas;

namespace Aep.Sdk.CleanUp;

/// <summary>Schemas with their descriptors, and what schemas are made of.</summary>
internal sealed class SchemaFinder(SchemasClient schemas)
{
    private const string ForGood =
        "it is enabled for Profile, and the registry never deletes such a schema; only a reset of the sandbox does";

    public async Task FindAsync(CleanUpSelection selection, CleanUpFindings found, CancellationToken cancellationToken)
    {
        var staying = new List<Schema>();
        await foreach (Schema schema in schemas.ListWholeAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (selection.Includes(schema.Title) && !schema.IsEnabledForProfile)
            {
                await AddAsync(schema, found, cancellationToken).ConfigureAwait(false);
                continue;
            }

            staying.Add(schema);
            if (selection.Includes(schema.Title)) found.Keep("schema", schema.Id, schema.Title, ForGood);
        }

        await FindPartsAsync("field group", schemas.FieldGroups, selection, staying, found, cancellationToken).ConfigureAwait(false);
        await FindPartsAsync("data type", schemas.DataTypes, selection, staying, found, cancellationToken).ConfigureAwait(false);
        await FindPartsAsync("class", schemas.Classes, selection, staying, found, cancellationToken).ConfigureAwait(false);
    }

    private async Task AddAsync(Schema schema, CleanUpFindings found, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<Descriptor> descriptors = schemas.Descriptors.ListAsync(schema.Id);
        await foreach (Descriptor descriptor in descriptors.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (descriptor.Id is { } id)
                found.Add(
                    CleanUpStage.Descriptors, "descriptor of schema", id, schema.Title, token =>
                        schemas.Descriptors.DeleteAsync(id, token), schema.Id);
        }

        found.Add(CleanUpStage.Schemas, "schema", schema.Id, schema.Title, token => schemas.DeleteAsync(schema.Id, token));
    }

    // Field groups before data types and classes, which they may use.
    private static async Task FindPartsAsync<TResource, TDefinition>(
        string kind, RegistryResourceClient<TResource, TDefinition> parts, CleanUpSelection selection, List<Schema> staying,
        CleanUpFindings found, CancellationToken cancellationToken)
        where TResource : XdmResource
        where TDefinition : XdmDefinition
    {
        await foreach (SchemaSummary part in parts.ListAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!selection.Includes(part.Title)) continue;
            bool Uses(Schema schema) => schema.ClassId == part.Id || schema.AllOf.Any(reference => reference.Reference == part.Id);
            if (staying.FirstOrDefault(Uses) is { } user)
                found.Keep(kind, part.Id, part.Title, $"the schema {user.Title} uses it and stays");
            else
                found.Add(CleanUpStage.SchemaParts, kind, part.Id, part.Title, token => parts.DeleteAsync(part.Id, token));
        }
    }
}
