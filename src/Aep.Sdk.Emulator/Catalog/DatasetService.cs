using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>The datasets of a sandbox.</summary>
internal sealed class DatasetService(SchemaRegistryService registry, AepEmulatorOptions options, TimeProvider time)
{
    /// <summary>Where the datasets stand in the document store.</summary>
    public const string Kind = DatasetUse.Collection;

    private const string SystemClient = "acp_foundation_catalog";

    // A table name is chosen and taken as one step.
    private readonly Lock _gate = new();

    public CatalogDataset? Find(Sandbox sandbox, string id) =>
        Datasets(sandbox).Find(id) is { } document ? CatalogDataset.Read(document) : null;

    // Query Service reads names of tables in any case.
    public CatalogDataset? FindByTable(Sandbox sandbox, string tableName) =>
        All(sandbox).FirstOrDefault(dataset => dataset.TableName.Equals(tableName, StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<CatalogDataset> All(Sandbox sandbox) => [.. Datasets(sandbox).All().Select(CatalogDataset.Read)];

    /// <summary>Makes a dataset, for another service.</summary>
    /// <exception cref="ApiException">400: no such schema, or it is not enabled for Profile and the tags say it should be.</exception>
    public CatalogDataset Create(Sandbox sandbox, string name, string schemaId, JsonObject? tags = null)
    {
        var body = new JsonObject
        {
            ["name"] = name,
            ["schemaRef"] = new JsonObject { ["id"] = schemaId, ["contentType"] = "application/vnd.adobe.xed+json;version=1" },
        };
        if (tags is not null)
            body["tags"] = tags.DeepClone();
        return Create(sandbox, body, SystemClient);
    }

    /// <summary>Makes a dataset from the body of a request.</summary>
    /// <param name="sandbox">Where.</param>
    /// <param name="body">The body.</param>
    /// <param name="client">Who makes it.</param>
    /// <param name="keep">False to check it only.</param>
    public CatalogDataset Create(Sandbox sandbox, JsonObject body, string client, bool keep = true)
    {
        DatasetRules.CheckBody(body);
        XdmSchema schema = SchemaOf(sandbox, body);
        lock (_gate)
        {
            JsonObject document = DatasetDocument.Create(body, ObjectIds.New(time), sandbox, schema, options.OrgId, client, time);
            DatasetRules.CheckProfile(document, schema);
            RowExpiration.Check(document, schema);
            RowExpiration.Sign([], document, time);
            document["tags"]![DatasetTags.Table] ??= new JsonArray(TableNames.From((string)document["name"]!, TakenNames(sandbox)));
            if (keep)
                Datasets(sandbox).Save((string)document["id"]!, document);
            return CatalogDataset.Read(document);
        }
    }

    /// <summary>Changes a dataset; the change is refused as a whole if the result breaks a rule.</summary>
    /// <param name="sandbox">Where.</param>
    /// <param name="id">The dataset.</param>
    /// <param name="client">Who changes it.</param>
    /// <param name="change">The change.</param>
    /// <param name="seen">The version that the client has seen, or null.</param>
    /// <param name="keep">False to check the change only.</param>
    public CatalogDataset Update(
        Sandbox sandbox, string id, string client, Func<JsonObject, JsonObject> change, string? seen = null, bool keep = true)
    {
        lock (_gate)
        {
            JsonObject before = Datasets(sandbox).Find(id) ?? throw CatalogErrors.NotFound("dataset", id);
            if (ObjectVersion.IsStale(before, seen))
                throw CatalogErrors.Stale($"The dataset is at version {before["version"]}, not {seen}.");
            JsonObject after = change(before.DeepClone().AsObject());
            DatasetRules.CheckChange(before, after);
            XdmSchema schema = SchemaOf(sandbox, after);
            DatasetRules.CheckProfile(after, schema);
            RowExpiration.Check(after, schema);
            RowExpiration.Sign(before, after, time);
            CatalogObject.Touch(after, client, time.GetUtcNow().ToUnixTimeMilliseconds());
            if (keep)
                Datasets(sandbox).Save(id, after);
            return CatalogDataset.Read(after);
        }
    }

    /// <summary>Removes a dataset and its data.</summary>
    public void Delete(Sandbox sandbox, string id)
    {
        Remove(sandbox, id);
        sandbox.Lake.Drop(id);
    }

    /// <summary>Removes a dataset; its data is still there.</summary>
    public void Remove(Sandbox sandbox, string id)
    {
        lock (_gate)
        {
            if (!Datasets(sandbox).Remove(id))
                throw CatalogErrors.NotFound("dataset", id);
            foreach (JsonObject view in sandbox.Documents[DatasetViews.Kind].All().Where(view => (string?)view["dataSetId"] == id))
                sandbox.Documents[DatasetViews.Kind].Remove((string)view["id"]!);
        }
    }

    private XdmSchema SchemaOf(Sandbox sandbox, JsonObject dataset)
    {
        string id = dataset["schemaRef"]!["id"]!.ToString();
        return registry.Resolve(sandbox, id) ?? throw CatalogErrors.Invalid($"The schema {id} was not found.");
    }

    private HashSet<string> TakenNames(Sandbox sandbox) =>
        All(sandbox).Select(dataset => dataset.TableName).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static DocumentCollection Datasets(Sandbox sandbox) => sandbox.Documents[Kind];
}
