using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

/// <summary>A patch that cannot be right is refused with the registry's code and the place, and changes nothing.</summary>
public sealed class PatchTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Raw = "application/vnd.adobe.xed+json; version=1";
    private readonly RegistryClient _registry = new(fixture);

    public static TheoryData<string> SchemaFaults => [.. PatchCases.OfASchema.Select(bad => bad.Fault)];

    public static TheoryData<string> FieldGroupFaults => [.. PatchCases.OfAFieldGroup.Select(bad => bad.Fault)];

    [Theory]
    [MemberData(nameof(SchemaFaults))]
    public async Task A_patch_of_a_schema_is_refused(string fault)
    {
        (string schema, _) = await InUseAsync();
        await RefusedAsync("/tenant/schemas/" + schema, PatchCases.OfASchema.Single(bad => bad.Fault == fault));
    }

    [Theory]
    [MemberData(nameof(FieldGroupFaults))]
    public async Task A_patch_of_a_field_group_is_refused(string fault)
    {
        (_, string group) = await InUseAsync();
        await RefusedAsync("/tenant/fieldgroups/" + group, PatchCases.OfAFieldGroup.Single(bad => bad.Fault == fault));
    }

    [Theory]
    [InlineData("/tenant/schemas/_xdm.context.experienceevent", 404)]
    [InlineData("/tenant/classes/_xdm.context.profile", 404)]
    public async Task What_is_adobes_cannot_be_patched(string path, int status) => Assert.Equal(
        status, (await _registry.SendAsync(HttpMethod.Patch, path, RegistryClient.Patch("add", "/description", "mine"))).Status);

    [Fact]
    public async Task A_schema_whose_dataset_is_empty_may_change()
    {
        (string schema, string group) = await InUseAsync(withData: false);
        JsonArray patch = RegistryClient.Patch("remove", $"/definitions/customFields/properties/_{_registry.Tenant}/properties/userid");
        patch.Add(new JsonObject
        {
            ["op"] = "add",
            ["path"] = (string)patch[0]!["path"]!,
            ["value"] = new JsonObject { ["type"] = "integer" },
        });
        Assert.Equal(200, (await _registry.SendAsync(HttpMethod.Patch, "/tenant/fieldgroups/" + group, patch)).Status);
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Delete, "/tenant/schemas/" + schema), 400, "XDM-1400-400");
    }

    [Fact]
    public async Task A_relationship_needs_a_reference_identity_before_profile()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(), other = await _registry.CreateEventSchemaAsync();
        var relationship = new JsonObject
        {
            ["@type"] = "xdm:descriptorOneToOne",
            ["xdm:sourceSchema"] = (string)schema["$id"]!,
            ["xdm:sourceVersion"] = 1,
            ["xdm:sourceProperty"] = "/producedBy",
            ["xdm:destinationSchema"] = (string)other["$id"]!,
            ["xdm:destinationVersion"] = 1,
            ["xdm:destinationProperty"] = $"/_{_registry.Tenant}/userid",
        };
        await _registry.CreateAsync("descriptors", relationship);
        string path = $"/tenant/schemas/{schema["meta:altId"]}";
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Patch, path, RegistryClient.UnionTag()), 400, "XDM-1526-400");
        await _registry.CreateAsync("descriptors", new JsonObject
        {
            ["@type"] = "xdm:descriptorReferenceIdentity",
            ["xdm:sourceSchema"] = (string)schema["$id"]!,
            ["xdm:sourceVersion"] = 1,
            ["xdm:sourceProperty"] = "/producedBy",
            ["xdm:identityNamespace"] = "ECID",
        });
        await _registry.EnableAsync(schema);
    }

    private async Task RefusedAsync(string path, PatchCase bad)
    {
        string tenant = "_" + _registry.Tenant;
        JsonObject before = await ReadAsync(path);
        string text = bad.Patch.Replace("FIELDS", "/definitions/customFields/properties/TENANT/properties", StringComparison.Ordinal);
        JsonNode patch = JsonNode.Parse(text.Replace("TENANT", tenant, StringComparison.Ordinal))!;
        (int Status, JsonObject Body) answer = await _registry.SendAsync(HttpMethod.Patch, path, patch);
        RegistryClient.AssertRefused(answer, int.Parse(bad.Code[^3..], System.Globalization.CultureInfo.InvariantCulture), bad.Code);
        Assert.Contains(bad.Says.Replace("TENANT", tenant, StringComparison.Ordinal), (string?)answer.Body["detail"]);
        Assert.True(JsonNode.DeepEquals(before, await ReadAsync(path)), "it was changed");
    }

    private async Task<JsonObject> ReadAsync(string path) => (await _registry.SendAsync(HttpMethod.Get, path, accept: Raw)).Body;

    // A schema of events with a field group of its own, and a dataset of it with one event.
    private async Task<(string Schema, string FieldGroup)> InUseAsync(bool withData = true)
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        var batches = new BatchClient(fixture);
        string dataset = await batches.Catalog.CreateDatasetAsync("Patched", (string)schema["$id"]!);
        if (withData)
            await batches.IngestAsync(dataset, BatchClient.Lines(batches.EmailEvent("1")));
        string group = (string)schema["allOf"]![1]!["$ref"]!;
        return ((string)schema["meta:altId"]!, Uri.EscapeDataString(group));
    }
}
