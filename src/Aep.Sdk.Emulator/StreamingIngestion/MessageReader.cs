using System.Text.Json;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.StreamingIngestion.Validation;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>Reads the envelope of a message: organisation, dataset and schema must exist and belong together.</summary>
internal sealed class MessageReader(AepEmulatorOptions options, DatasetService datasets, SchemaRegistryService registry)
{
    public StreamMessage Read(Inlet inlet, JsonElement message, string id)
    {
        if (Object(message, "header") is not { } header || Object(message, "body") is not { } body
            || Object(body, "xdmMeta") is not { } meta || Object(body, "xdmEntity") is not { } entity)
            throw Refuse(inlet, "Message has unknown xdm format");
        // Data collection fills in an organisation that is left out.
        if (header.TryGetProperty("imsOrgId", out JsonElement organisation) && !organisation.ValueEquals(options.OrgId))
            throw Refuse(inlet, "Message has an absent or wrong ims org in the header");
        string schemaId = SchemaOf(header) ?? throw Refuse(inlet, "Message has no schemaRef with id and contentType in the header");
        if (SchemaOf(meta) != schemaId)
            throw Refuse(inlet, "Message has another schemaRef in xdmMeta than in the header");
        CatalogDataset dataset = Text(header, "datasetId") is { } datasetId && datasets.Find(inlet.Sandbox, datasetId) is { } found
            ? found
            : throw Refuse(inlet, "Message has an absent or unknown datasetId in the header");
        if (ResourceIds.ToId(schemaId) != dataset.SchemaId)
            throw Refuse(inlet, $"Message has the schema {schemaId}, the dataset {dataset.Id} has {dataset.SchemaId}");
        XdmSchema schema = registry.Resolve(inlet.Sandbox, dataset.SchemaId)
            ?? throw Refuse(inlet, $"Message has the unknown schema {schemaId}");
        return new StreamMessage(id, dataset.Id, EntityRules.For(schema, registry.Identities(inlet.Sandbox, schema.Id)), entity);
    }

    public string Describe(Inlet inlet, string fault) => $"inletId: [{inlet.Id}] imsOrgId: [{options.OrgId}] {fault}";

    private ApiException Refuse(Inlet inlet, string fault) => StreamingErrors.InvalidMessage(Describe(inlet, fault));

    private static JsonElement? Object(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name,
            out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? SchemaOf(JsonElement owner) =>
        Object(owner, "schemaRef") is { } reference && Text(reference, "contentType") is not null ? Text(reference, "id") : null;
}
