using System.Text.Json.Nodes;
using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.Schemas;
using Propensity.Report;

namespace Propensity.Workflow;

/// <summary>A dataset whose rows go into Real-Time Customer Profile, with all that it needs: field group, schema, identity, union.</summary>
/// <param name="FieldGroup">The field group of its own fields.</param>
/// <param name="Fields">Its own fields besides the user id, below <c>_{tenant}</c>; name and JSON type.</param>
/// <param name="ClassId">The XDM class.</param>
/// <param name="StandardFieldGroups">Adobe's field groups to take along.</param>
/// <param name="Schema">Title of the schema.</param>
/// <param name="Dataset">Name of the dataset.</param>
public sealed record ProfileDataset(
    string FieldGroup, IReadOnlyDictionary<string, string> Fields, string ClassId, IReadOnlyList<string> StandardFieldGroups, string Schema, string Dataset)
{
    /// <summary>Makes what is not there yet.</summary>
    public async Task<(FieldGroup FieldGroup, Schema Schema, Dataset Dataset)> GetOrCreateAsync(
        AepClient aep, WorkflowContext context, string tenantId, CancellationToken cancellationToken)
    {
        FieldGroup fieldGroup = await aep.Schemas.FieldGroups.GetOrCreateAsync(new FieldGroupDefinition(FieldGroup, Properties(), [ClassId]), cancellationToken);
        Schema schema = await aep.Schemas.GetOrCreateAsync(new SchemaDefinition(Schema, ClassId, [fieldGroup.Id, .. StandardFieldGroups]), cancellationToken);

        // The primary identity says whose row it is. It must be there before the schema joins the union of all profile schemas, for good.
        await aep.Schemas.Descriptors.GetOrCreateAsync(
            new IdentityDescriptor
            {
                SourceSchema = schema.Id,
                SourceProperty = $"/_{tenantId}/{WorkflowNames.UserIdField}",
                Namespace = WorkflowNames.IdentityNamespace,
                IsPrimary = true,
            },
            cancellationToken);
        schema = await aep.Schemas.EnableForProfileAsync(schema.Id, cancellationToken);

        Dataset dataset = await aep.Datasets.GetOrCreateAsync(new DatasetDefinition(Dataset, schema.Id) { ProfileEnabled = true }, cancellationToken);
        foreach (CreatedResource resource in (CreatedResource[])
            [new("field group", fieldGroup.Title, fieldGroup.Id), new("schema", schema.Title, schema.Id), new("dataset", dataset.Name, dataset.Id)])
        {
            context.Results.Resources.Add(resource);
            context.Console.Say($"  {resource.Kind,-12} {resource.Name}: {resource.Id}");
        }
        return (fieldGroup, schema, dataset);
    }

    private JsonObject Properties()
    {
        var properties = new JsonObject { [WorkflowNames.UserIdField] = Field("User id", "string") };
        foreach ((string name, string type) in Fields)
            properties[name] = Field(name, type);
        return properties;
    }

    private static JsonObject Field(string title, string type) => new() { ["title"] = title, ["type"] = type, ["description"] = "" };
}
