using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>
/// The labels that stand on datasets. Fields of a dataset take none anymore: those of earlier days can only become fewer. After
/// https://experienceleague.adobe.com/en/docs/experience-platform/data-governance/labels/dataset-api.
/// </summary>
internal sealed class DatasetLabelStore(
    DatasetService datasets, DatasetLabelErrors errors, AepEmulatorOptions options)
{
    /// <summary>Where they stand in the document store.</summary>
    public const string Kind = "datasetLabels";

    /// <summary>The member of a document that is its version, which answers show as <c>ETag</c>.</summary>
    public const string Version = "etag";

    private const string Fields = "optionalLabels";
    private readonly Lock _gate = new();

    /// <summary>How the service names the labels of a dataset.</summary>
    public static string Name(string datasetId) => "AEP:dataset:" + datasetId;

    public JsonObject Get(Sandbox sandbox, string id)
    {
        if (datasets.Find(sandbox, id) is null)
            throw errors.NotFound(id, $"The dataset {id} does not exist.");
        JsonObject labels = Documents(sandbox).Find(id) ?? throw errors.NotFound(id, $"The dataset {id} has no labels.");
        return Labels(sandbox, id, labels);
    }

    public JsonObject Create(Sandbox sandbox, string id, JsonObject body)
    {
        if (datasets.Find(sandbox, id) is null)
            throw errors.NotFound(id, $"The dataset {id} does not exist.");
        Check(sandbox, id, body);
        if (body[Fields] is JsonArray { Count: > 0 })
        {
            throw errors.Invalid(
                id, $"{Fields} cannot be added: put the labels on the fields of the dataset's schema (xdm:descriptorLabel).");
        }
        lock (_gate)
        {
            if (Documents(sandbox).Find(id) is not null)
                throw errors.Exists(id);
            return Save(sandbox, id, body, []);
        }
    }

    public JsonObject Replace(Sandbox sandbox, string id, JsonObject body, string? version)
    {
        Check(sandbox, id, body);
        lock (_gate)
        {
            JsonObject before = Current(sandbox, id, version);
            return Save(sandbox, id, body, body[Fields] is null ? FieldsOf(before) : Fewer(id, FieldsOf(before), FieldsOf(body)));
        }
    }

    public void Delete(Sandbox sandbox, string id, string? version)
    {
        lock (_gate)
        {
            Current(sandbox, id, version);
            Documents(sandbox).Remove(id);
        }
    }

    private JsonObject Current(Sandbox sandbox, string id, string? version)
    {
        JsonObject labels = Get(sandbox, id);
        if (version is null)
            throw errors.Invalid(id, "The header If-Match is required: the ETag of the labels as they were read.");
        return version == "*" || version == (string?)labels[Version] ? labels : throw errors.Stale(id);
    }

    private JsonObject Save(Sandbox sandbox, string id, JsonObject body, JsonArray fields)
    {
        var labels = new JsonObject
        {
            ["labels"] = body["labels"]!.DeepClone(),
            [Fields] = fields.DeepClone(),
            ["parents"] = body["parents"]?.DeepClone() ?? new JsonArray(),
            [Version] = Guid.NewGuid().ToString(),
        };
        Documents(sandbox).Save(id, labels);
        return Labels(sandbox, id, labels);
    }

    // A dataset always has its schema as a parent.
    private JsonObject Labels(Sandbox sandbox, string id, JsonObject stored)
    {
        JsonObject shown = stored.DeepClone().AsObject();
        shown["imsOrg"] = options.OrgId;
        shown[Version] ??= id; // of a data folder of earlier days
        var parents = shown["parents"] as JsonArray ?? [];
        if (datasets.Find(sandbox, id) is { } dataset && SchemaEntity(sandbox, dataset.SchemaId) is { } schema
            && !parents.Any(parent => (string?)parent?["id"] == schema))
            parents.Insert(0, new JsonObject { ["id"] = schema, ["type"] = "schema", ["namespace"] = "AEP" });
        shown["parents"] = parents.DeepClone();
        return shown;
    }

    private static string? SchemaEntity(Sandbox sandbox, string schemaId) => (string?)ResourceStore.Find(sandbox, schemaId)?["meta:altId"];

    private void Check(Sandbox sandbox, string id, JsonObject body)
    {
        if (body["labels"] is not JsonArray labels || !labels.All(IsText))
            throw errors.Invalid(id, "labels must be a list of names of labels; it may be empty.");
        if (body["entityId"] is { } entity && ((string?)entity["id"] != id || (string?)entity["type"] != "dataset"))
            throw errors.Invalid(id, $"entityId must name the dataset: namespace AEP, type dataset, id {id}.");
        if (body[Fields] is not null and not JsonArray)
            throw errors.Invalid(id, $"{Fields} must be a list.");
        if (body["parents"] is not null and not JsonArray)
            throw errors.Invalid(id, "parents must be a list.");
        foreach (JsonNode? parent in body["parents"] as JsonArray ?? [])
        {
            bool exists = (string?)parent?["id"] is { } other && ((string?)parent["type"]) switch
            {
                "dataset" => datasets.Find(sandbox, other) is not null,
                "schema" => LabelParents.SchemaId(sandbox, other) is not null,
                _ => false,
            };
            if (!exists)
                throw errors.Invalid(id, $"parents: there is no such dataset or schema: {parent?.ToJsonString()}.");
        }
    }

    private JsonArray Fewer(string id, JsonArray before, JsonArray after)
    {
        foreach (JsonNode? field in after)
        {
            string path = (string?)field?["option"]?["schemaPath"] ?? throw errors.Invalid(id, $"{Fields}: option.schemaPath is missing.");
            HashSet<string> had = [.. before.Where(other => (string?)other?["option"]?["schemaPath"] == path).SelectMany(Texts)];
            if (Texts(field).FirstOrDefault(label => !had.Contains(label)) is { } added)
            {
                throw errors.Invalid(
                    id, $"{Fields}: {added} is new on {path}. Labels of fields can only be taken away; put it on the dataset's schema.");
            }
        }
        return [.. after.Where(field => Texts(field).Any()).Select(field => field!.DeepClone())];
    }

    private static JsonArray FieldsOf(JsonObject labels) => labels[Fields] as JsonArray ?? [];

    private static IEnumerable<string> Texts(JsonNode? field) =>
        (field?["labels"] as JsonArray ?? []).Select(label => label?.ToString() ?? "");

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String;

    private static DocumentCollection Documents(Sandbox sandbox) => sandbox.Documents[Kind];
}
