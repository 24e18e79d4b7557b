using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Datasets: what the catalog knows of them, and what other services ask.</summary>
internal sealed partial class DatasetService(AepEmulatorOptions options, TimeProvider time, SchemaRegistryService registry)
{
    public const string Kind = "dataSets";

    private readonly Lock _creating = new();

    public CatalogDataset? Find(Sandbox sandbox, string id) =>
        sandbox.Documents[Kind].Find(id) is { } document ? CatalogDataset.Read(id, document) : null;

    public CatalogDataset? FindByTable(Sandbox sandbox, string tableName) =>
        All(sandbox).FirstOrDefault(dataset => string.Equals(dataset.TableName, tableName, StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<CatalogDataset> All(Sandbox sandbox) =>
        [.. sandbox.Documents[Kind].All().Select(document => CatalogDataset.Read((string)document["@id"]!, document))];

    public CatalogDataset Create(Sandbox sandbox, string name, string schemaId, JsonObject? tags = null)
    {
        XdmSchema schema = registry.Resolve(sandbox, schemaId) ?? throw CatalogErrors.Invalid($"schemaRef.id {schemaId} is no schema of this sandbox.");
        string id = RandomNumberGenerator.GetHexString(24, lowercase: true);
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        lock (_creating)
        {
            var allTags = (JsonObject?)tags?.DeepClone() ?? [];
            allTags[CatalogDataset.TableTag] ??= new JsonArray(FreeTableName(sandbox, name));
            var document = new JsonObject
            {
                ["@id"] = id,
                ["name"] = name,
                ["imsOrg"] = options.OrgId,
                ["sandboxId"] = sandbox.Id,
                ["schemaRef"] = new JsonObject { ["id"] = schema.Id, ["contentType"] = "application/vnd.adobe.xed+json;version=1" },
                ["tags"] = allTags,
                ["version"] = "1.0.0",
                ["created"] = now,
                ["updated"] = now,
                ["state"] = "DRAFT",
                ["fileDescription"] = new JsonObject { ["persisted"] = true, ["containerFormat"] = "parquet", ["format"] = "parquet" },
            };
            CheckProfile(sandbox, document);
            sandbox.Documents[Kind].Save(id, document);
            return CatalogDataset.Read(id, document);
        }
    }

    public void Delete(Sandbox sandbox, string id)
    {
        if (!sandbox.Documents[Kind].Remove(id))
            throw CatalogErrors.NotFound("dataset", id);
        sandbox.Lake.Drop(id);
    }

    public JsonObject Update(Sandbox sandbox, string id, Func<JsonObject, JsonObject> change)
    {
        JsonObject before = sandbox.Documents[Kind].Find(id) ?? throw CatalogErrors.NotFound("dataset", id);
        JsonObject changed = change(before);
        CheckProfile(sandbox, changed);
        changed["updated"] = time.GetUtcNow().ToUnixTimeMilliseconds();
        sandbox.Documents[Kind].Save(id, changed);
        return changed;
    }

    private void CheckProfile(Sandbox sandbox, JsonObject document)
    {
        CatalogDataset dataset = CatalogDataset.Read("", document);
        if (dataset.ProfileEnabled && registry.Resolve(sandbox, dataset.SchemaId) is not { InUnion: true })
            throw CatalogErrors.Invalid("The dataset cannot be enabled for Profile: its schema does not take part in the union.");
    }

    private string FreeTableName(Sandbox sandbox, string name)
    {
        string stem = NotAllowed().Replace(name.ToLowerInvariant(), "_").Trim('_');
        if (stem.Length == 0 || char.IsAsciiDigit(stem[0]))
            stem = "t_" + stem;
        HashSet<string> taken = [.. All(sandbox).Select(dataset => dataset.TableName)];
        return Enumerable.Range(0, int.MaxValue).Select(i => i == 0 ? stem : $"{stem}_{i}").First(candidate => !taken.Contains(candidate));
    }

    [GeneratedRegex("[^a-z0-9_]+")]
    private static partial Regex NotAllowed();
}
