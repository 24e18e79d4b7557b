using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

/// <summary>Labels that people put on fields of a schema, or of the class or field group that it is made of.</summary>
public sealed class LabelDescriptorTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly RegistryClient _registry = new(fixture);

    [Fact]
    public async Task Labels_of_a_field_are_made_changed_listed_and_deleted()
    {
        string schema = (string)(await _registry.CreateEventSchemaAsync(withIdentity: false))["$id"]!;
        JsonObject created = await _registry.CreateAsync("descriptors", Labels(schema, $"/_{_registry.Tenant}/userid", "core/I1"));
        JsonObject more = Labels(schema, $"/_{_registry.Tenant}/userid", "core/I1", "custom/restricted");
        Assert.Equal(200, (await _registry.SendAsync(HttpMethod.Put, $"/tenant/descriptors/{created["@id"]}", more)).Status);
        JsonObject listed = Assert.Single(await ListAsync(schema));
        Assert.Equal(["core/I1", "custom/restricted"], listed["xdm:labels"]!.AsArray().Select(label => (string)label!));
        Assert.Equal(204, (await _registry.SendAsync(HttpMethod.Delete, $"/tenant/descriptors/{created["@id"]}")).Status);
        Assert.Empty(await ListAsync(schema));
    }

    [Fact]
    public async Task A_field_group_and_a_class_have_labels_and_take_them_along()
    {
        JsonObject group = await _registry.CreateAsync("fieldgroups", _registry.FieldGroup(
            RegistryClient.UniqueTitle("Group"), RegistryClient.Profile, RegistryClient.TextField("mail")));
        string id = (string)group["$id"]!;
        await _registry.CreateAsync("descriptors", Labels(id, $"/_{_registry.Tenant}/mail", "core/I1"));
        await _registry.CreateAsync("descriptors", Labels(RegistryClient.ExperienceEvent, "/eventType", "core/C1"));
        (int missing, _) = await _registry.SendAsync(
            HttpMethod.Post, "/tenant/descriptors", Labels(id, $"/_{_registry.Tenant}/phone", "core/I1"));
        Assert.Equal(400, missing);
        Assert.Single(await ListAsync(id));
        Assert.Equal(204, (await _registry.SendAsync(HttpMethod.Delete, $"/tenant/fieldgroups/{group["meta:altId"]}")).Status);
        Assert.Empty(await ListAsync(id));
    }

    [Theory]
    [InlineData("/_aeplocal", """["core/I1"]""", "namespace")]
    [InlineData("/_aeplocal/nothing", """["core/I1"]""", "no field")]
    [InlineData("/properties/_aeplocal/properties/userid", """["core/I1"]""", "no field")]
    [InlineData("_aeplocal/userid", """["core/I1"]""", "slash")]
    [InlineData("/_aeplocal/userid", """[]""", "xdm:labels")]
    [InlineData("/_aeplocal/userid", """["C9"]""", "core/C2")]
    [InlineData("/_aeplocal/userid", """["core/"]""", "core/C2")]
    [InlineData("/_aeplocal/userid", """[9]""", "core/C2")]
    [InlineData("/_aeplocal/userid", "\"core/C9\"", "xdm:labels")]
    [InlineData("/_aeplocal/userid", "null", "missing")]
    public async Task Labels_that_do_not_fit_are_refused(string property, string labels, string reason)
    {
        JsonObject body = Labels((string)(await _registry.CreateEventSchemaAsync(withIdentity: false))["$id"]!, property);
        body["xdm:labels"] = JsonNode.Parse(labels);
        (int status, JsonObject refusal) = await _registry.SendAsync(HttpMethod.Post, "/tenant/descriptors", body);
        RegistryClient.AssertRefused((status, refusal), 400, "XDM-1400-400");
        Assert.Contains(reason, (string)refusal["detail"]!);
    }

    [Fact]
    public async Task Other_descriptors_stay_with_schemas()
    {
        JsonObject group = await _registry.CreateAsync("fieldgroups", _registry.FieldGroup(
            RegistryClient.UniqueTitle("Group"), RegistryClient.Profile, RegistryClient.TextField("userid")));
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Post, "/tenant/descriptors", _registry.IdentityDescriptor((string)group["$id"]!)),
            404, "XDM-1012-404");
    }

    private async Task<IReadOnlyList<JsonObject>> ListAsync(string source)
    {
        string query = $"?property=@type==xdm:descriptorLabel&property=xdm:sourceSchema=={Uri.EscapeDataString(source)}";
        (_, JsonObject found) =
            await _registry.SendAsync(HttpMethod.Get, "/tenant/descriptors" + query, accept: "application/vnd.adobe.xdm-v2+json");
        return [.. found["results"]!.AsArray().Select(item => item!.AsObject())];
    }

    private static JsonObject Labels(string source, string property, params string[] labels) => new()
    {
        ["@type"] = "xdm:descriptorLabel",
        ["xdm:sourceSchema"] = source,
        ["xdm:sourceVersion"] = 1,
        ["xdm:sourceProperty"] = property,
        ["xdm:labels"] = new JsonArray([.. labels.Select(label => (JsonNode)label)]),
    };
}
