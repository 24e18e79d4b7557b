using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

public sealed class RpcTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly RegistryClient _registry = new(fixture);

    [Fact]
    public async Task What_is_exported_from_one_sandbox_is_imported_into_another_once()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        string text = await fixture.Client.GetStringAsync($"{RegistryClient.Base}/rpc/export/{schema["meta:altId"]}");
        JsonArray payload = JsonNode.Parse(text)!.AsArray();
        Assert.Equal(["mixins", "schemas"], payload.Select(resource => (string)resource!["meta:resourceType"]!));
        Assert.DoesNotContain(_registry.Tenant, text);
        Assert.Contains("XDM_TENANTID_PLACEHOLDER", text);

        using HttpClient prod = fixture.CreateClient("prod");
        (int status, JsonNode imported) = await ImportAsync(prod, payload);
        Assert.True(status == 200, imported.ToJsonString());
        Assert.Equal((string?)schema["$id"], (string?)imported[1]!["$id"]);
        (int again, JsonNode refusal) = await ImportAsync(prod, payload);
        Assert.Equal(400, again);
        Assert.Contains("exists already", (string?)refusal["detail"]);
    }

    [Fact]
    public async Task An_import_of_which_a_part_is_wrong_leaves_nothing()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        JsonArray payload =
            JsonNode.Parse(await fixture.Client.GetStringAsync($"{RegistryClient.Base}/rpc/export/{schema["meta:altId"]}"))!.AsArray();
        payload[1]!["allOf"]!.AsArray().Add(new JsonObject { ["$ref"] = "https://ns.adobe.com/xdm/nothing" });
        using HttpClient prod = fixture.CreateClient("prod");
        Assert.NotEqual(200, (await ImportAsync(prod, payload)).Status);
        payload[1]!["allOf"]!.AsArray().RemoveAt(payload[1]!["allOf"]!.AsArray().Count - 1);
        (int status, JsonNode body) = await ImportAsync(prod, payload); // nothing of the first try is in the way
        Assert.True(status == 200, body.ToJsonString());
    }

    [Fact]
    public async Task Sample_data_fits_its_schema()
    {
        var batches = new BatchClient(fixture);
        JsonObject schema = await _registry.CreateEventSchemaAsync();
        (int status, JsonObject sample) = await _registry.SendAsync(
            HttpMethod.Get, $"/rpc/sampledata/{schema["meta:altId"]}", accept: "application/vnd.adobe.xed+json; version=1");
        Assert.Equal(200, status);
        string dataset = await batches.Catalog.CreateDatasetAsync("Samples", (string)schema["$id"]!);
        JsonObject batch = await batches.IngestAsync(dataset, sample.ToJsonString());
        Assert.True((string?)batch["status"] == "success", batch.ToJsonString());
    }

    [Fact]
    public async Task The_audit_log_tells_each_change_the_latest_first()
    {
        JsonObject group = await _registry.CreateAsync("fieldgroups", _registry.FieldGroup(
            RegistryClient.UniqueTitle("Fields"), RegistryClient.ExperienceEvent, RegistryClient.TextField("one")));
        string field = $"/definitions/customFields/properties/_{_registry.Tenant}/properties/two";
        (int status, JsonObject body) = await _registry.SendAsync(
            HttpMethod.Patch, $"/tenant/fieldgroups/{group["meta:altId"]}",
            RegistryClient.Patch("add", field, new JsonObject { ["type"] = "string" }));
        Assert.True(status == 200, body.ToJsonString());
        JsonArray log =
            JsonNode.Parse(await fixture.Client.GetStringAsync($"{RegistryClient.Base}/rpc/auditlog/{group["meta:altId"]}"))!.AsArray();
        Assert.Equal(2, log.Count);
        JsonNode change = Assert.Single(log[0]!["updates"]!.AsArray())!;
        Assert.Equal("add", (string?)change["action"]);
        Assert.Equal(field, (string?)change["path"]);
        Assert.Equal(fixture.Emulator.ClientId, (string?)log[0]!["updatedUser"]);
    }

    [Theory]
    [InlineData("/rpc/export/_aeplocal.schemas.0")]
    [InlineData("/rpc/sampledata/_aeplocal.schemas.0")]
    [InlineData("/rpc/auditlog/_aeplocal.schemas.0")]
    public async Task What_does_not_exist_is_not_found(string path) => RegistryClient.AssertRefused(
        await _registry.SendAsync(HttpMethod.Get, path, accept: "application/vnd.adobe.xed+json; version=1"), 404, "XDM-1012-404");

    private static async Task<(int Status, JsonNode Body)> ImportAsync(HttpClient client, JsonArray payload)
    {
        using var content = new StringContent(payload.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync($"{RegistryClient.Base}/rpc/import", content);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
