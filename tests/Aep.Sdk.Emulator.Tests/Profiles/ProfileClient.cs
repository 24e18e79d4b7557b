using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Catalog;
using Aep.Sdk.Emulator.Tests.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Profiles;

/// <summary>Real-Time Customer Profile as a client sees it, and datasets that feed it.</summary>
internal sealed class ProfileClient(EmulatorFixture fixture)
{
    private const string Base = "/data/core/ups/access/entities";
    private readonly RegistryClient _registry = new(fixture);
    private readonly BatchClient _batches = new(fixture);

    public string Tenant => "_" + _registry.Tenant;

    public Task<(int Status, JsonObject Body)> SendAsync(string query) => fixture.Client.CallAsync(HttpMethod.Get, $"{Base}?{query}");

    /// <summary>The merged document of a person.</summary>
    public async Task<JsonObject> GetAsync(string id, string identityNamespace = "ECID")
    {
        (int status, JsonObject body) = await FindAsync(id, identityNamespace);
        Assert.True(status == 200, body.ToJsonString());
        return Assert.Single(body).Value!["entity"]!.AsObject();
    }

    public Task<(int Status, JsonObject Body)> FindAsync(string id, string identityNamespace = "ECID") =>
        SendAsync($"schema.name=_xdm.context.profile&entityId={Uri.EscapeDataString(id)}&entityIdNS={identityNamespace}");

    /// <summary>A dataset of records about people, each with <c>userid</c> as identity and the given fields.</summary>
    public async Task<string> CreateDatasetAsync(string fields, bool enabled = true, string identityNamespace = "ECID")
    {
        JsonObject all = RegistryClient.TextField("userid");
        foreach ((string name, JsonNode? field) in JsonCalls.Json(fields))
            all[name] = field!.DeepClone();
        JsonObject schema = await _registry.CreateProfileSchemaAsync(all);
        await _registry.CreateAsync(
            "descriptors", _registry.IdentityDescriptor((string)schema["$id"]!, identityNamespace: identityNamespace));
        await _registry.EnableAsync(schema);
        return await CreateDatasetAsync(schema, enabled);
    }

    /// <summary>A dataset of records about people with two identities: <c>userid</c> (ECID) and <c>email</c>.</summary>
    public async Task<string> CreateStitchedDatasetAsync(string fields)
    {
        JsonObject all = RegistryClient.TextField("userid");
        all["email"] = JsonNode.Parse("""{ "type": "string" }""");
        foreach ((string name, JsonNode? field) in JsonCalls.Json(fields))
            all[name] = field!.DeepClone();
        JsonObject schema = await _registry.CreateProfileSchemaAsync(all);
        string id = (string)schema["$id"]!;
        await _registry.CreateAsync("descriptors", _registry.IdentityDescriptor(id));
        await _registry.CreateAsync("descriptors", _registry.IdentityDescriptor(id, "email", primary: false, identityNamespace: "Email"));
        await _registry.EnableAsync(schema);
        return await CreateDatasetAsync(schema, enabled: true);
    }

    public async Task<string> CreateEventDatasetAsync()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(inUnion: true);
        return await CreateDatasetAsync(schema, enabled: true);
    }

    public async Task EnableAsync(string dataset)
    {
        JsonArray patch = RegistryClient.Patch("add", "/tags/unifiedProfile", new JsonArray("enabled:true"));
        (int status, JsonNode body) =
            await _batches.Catalog.SendAsync(HttpMethod.Patch, $"/dataSets/{dataset}", patch, "application/json-patch+json");
        Assert.True(status == 200, body.ToJsonString());
    }

    /// <summary>Adds rows; each is the members under the tenant.</summary>
    public async Task IngestAsync(string dataset, params string[] rows)
    {
        JsonObject[] documents = [.. rows.Select(row => new JsonObject { [Tenant] = JsonNode.Parse(row) })];
        JsonObject batch = await _batches.IngestAsync(dataset, BatchClient.Lines(documents));
        Assert.True((string?)batch["status"] == "success", batch.ToJsonString());
    }

    /// <summary>Adds an event about a person.</summary>
    public async Task IngestEventAsync(string dataset, string userId, DateTimeOffset? time = null)
    {
        JsonObject item = _batches.EmailEvent(Guid.NewGuid().ToString());
        if (time is not null)
            item["timestamp"] = time.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        item[Tenant]!["userid"] = userId;
        JsonObject batch = await _batches.IngestAsync(dataset, BatchClient.Lines(item));
        Assert.True((string?)batch["status"] == "success", batch.ToJsonString());
    }

    private async Task<string> CreateDatasetAsync(JsonObject schema, bool enabled)
    {
        JsonObject body = CatalogClient.Dataset("People", (string)schema["$id"]!);
        if (enabled)
            body["tags"]!["unifiedProfile"] = new JsonArray("enabled:true");
        (int status, JsonNode answer) = await _batches.Catalog.SendAsync(HttpMethod.Post, "/dataSets", body);
        Assert.True(status == 201, answer.ToJsonString());
        return ((string)answer[0]!)["@/dataSets/".Length..];
    }
}
