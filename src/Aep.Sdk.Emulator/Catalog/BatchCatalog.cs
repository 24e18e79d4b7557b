using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Batches that a producer describes itself, without the ingestion service: metadata only.</summary>
internal sealed class BatchCatalog(BatchService batches, DatasetService datasets, AepEmulatorOptions options, TimeProvider time)
{
    private static readonly string[] Fixed = ["id", "imsOrg", "created", "createdClient", "createdUser", "sandboxId", "version"];

    /// <param name="sandbox">Where.</param>
    /// <param name="id">An id of the producer's choice, or null.</param>
    /// <param name="body">The batch.</param>
    /// <param name="client">Who describes it.</param>
    /// <param name="keep">False to check it only.</param>
    public string Create(Sandbox sandbox, string? id, JsonObject body, string client, bool keep)
    {
        CheckStatus(body, isRequired: true);
        CheckDataset(sandbox, body);
        string newId = id ?? ObjectIds.New(time);
        if (batches.Find(sandbox, newId) is not null)
            throw CatalogErrors.Conflict($"The batch {newId} exists already.");
        JsonObject batch = CatalogObject.Begin(newId, sandbox, options.OrgId, client, time.GetUtcNow().ToUnixTimeMilliseconds());
        foreach ((string name, JsonNode? value) in body.Where(member => !batch.ContainsKey(member.Key)))
            batch[name] = value?.DeepClone();
        if (keep)
            sandbox.Documents[BatchService.Kind].Save(newId, batch);
        return newId;
    }

    /// <param name="sandbox">Where.</param>
    /// <param name="id">The batch.</param>
    /// <param name="body">What changes.</param>
    /// <param name="isWhole">Whether the body is the whole batch: the status must then be in it.</param>
    /// <param name="version">The version that the client has seen, or null.</param>
    /// <param name="client">Who changes it.</param>
    /// <param name="keep">False to check the change only.</param>
    public void Change(Sandbox sandbox, string id, JsonObject body, bool isWhole, string? version, string client, bool keep)
    {
        CheckStatus(body, isWhole);
        if (body["relatedObjects"] is not null)
            CheckDataset(sandbox, body);
        ApiException? refusal = null;
        bool found = sandbox.Documents[BatchService.Kind].TryUpdate(id, batch =>
        {
            refusal = Refuse(batch, body, version);
            if (refusal is not null || !keep)
                return;
            foreach ((string name, JsonNode? value) in body)
                batch[name] = value?.DeepClone();
            CatalogObject.Touch(batch, client, time.GetUtcNow().ToUnixTimeMilliseconds());
        }, out _);
        if (!found)
            throw CatalogErrors.NotFound("batch", id);
        if (refusal is not null)
            throw refusal;
    }

    public void Delete(Sandbox sandbox, string id, AfterAll afterAll)
    {
        JsonObject batch = batches.Find(sandbox, id) ?? throw CatalogErrors.NotFound("batch", id);
        if ((string?)batch["status"] is BatchStatus.Loading or BatchStatus.Staging)
            throw CatalogErrors.Conflict($"The batch {id} is in the state {batch["status"]}: abort it first.");
        if (sandbox.Lake.Snapshots(BatchDocument.DatasetOf(batch)).Any(snapshot => snapshot.BatchId == id))
            afterAll.Do(() => sandbox.Lake.Remove(BatchDocument.DatasetOf(batch), id));
        sandbox.Documents[BatchService.Kind].Remove(id);
    }

    private static ApiException? Refuse(JsonObject batch, JsonObject body, string? version)
    {
        if (ObjectVersion.IsStale(batch, version))
            return CatalogErrors.Stale($"The batch is at version {batch["version"]}, not {version}.");
        string? name = Fixed.FirstOrDefault(name => body[name] is { } value && !JsonNode.DeepEquals(value, batch[name]));
        return name is null ? null : CatalogErrors.Invalid($"{name} cannot be changed.");
    }

    private static void CheckStatus(JsonObject body, bool isRequired)
    {
        if (body["status"] is null && !isRequired)
            return;
        if (body["status"] is not JsonValue value || !BatchStatus.All.Contains(value.ToString()))
            throw CatalogErrors.Invalid($"status must be one of {string.Join(", ", BatchStatus.All)}.");
    }

    private void CheckDataset(Sandbox sandbox, JsonObject body)
    {
        foreach (JsonNode? related in body["relatedObjects"] as JsonArray ?? [])
        {
            if ((string?)related?["type"] == "dataSet" && datasets.Find(sandbox, (string?)related["id"] ?? "") is null)
                throw CatalogErrors.Invalid($"The dataset {related["id"]} does not exist.");
        }
    }
}
