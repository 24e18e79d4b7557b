using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

/// <summary>Each form that the <c>Accept</c> header asks for differs from the others in what Adobe's pages say.</summary>
public sealed class AcceptTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly RegistryClient _registry = new(fixture);

    [Theory]
    [InlineData("xed-deprecatefield", true)]
    [InlineData("xed-full-deprecated", true)]
    [InlineData("xdm-full-desc-deprecated", true)]
    [InlineData("xed-full", false)]
    [InlineData("xed-full-desc", false)]
    [InlineData("xed-full-notext", false)]
    public async Task Only_a_deprecated_form_marks_deprecated_fields(string form, bool marks)
    {
        JsonObject group = _registry.FieldGroup(RegistryClient.UniqueTitle("Old"), RegistryClient.ExperienceEvent, new JsonObject
        {
            ["current"] = new JsonObject { ["type"] = "string", ["title"] = "Current" },
            ["old"] = new JsonObject { ["type"] = "string", ["title"] = "Old", ["meta:status"] = "deprecated" },
            ["inner"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["gone"] = new JsonObject { ["type"] = "string" } },
            },
        });
        string groupId = (string)(await _registry.CreateAsync("fieldgroups", group))["$id"]!;
        JsonObject schema = await _registry.CreateAsync(
            "schemas", RegistryClient.Schema(RegistryClient.UniqueTitle("Old events"), RegistryClient.ExperienceEvent, groupId));
        string tenant = "_" + _registry.Tenant;
        foreach (string path in new[] { "/producedBy", $"/{tenant}/inner/gone" })
        {
            var descriptor = new JsonObject
            {
                ["@type"] = "xdm:descriptorDeprecated",
                ["xdm:sourceSchema"] = (string)schema["$id"]!,
                ["xdm:sourceVersion"] = 1,
                ["xdm:sourceProperty"] = path,
            };
            (int created, JsonObject answer) = await _registry.SendAsync(HttpMethod.Post, "/tenant/descriptors", descriptor);
            Assert.True(created == 201, answer.ToJsonString());
        }

        (int status, JsonObject shown) = await _registry.SendAsync(
            HttpMethod.Get, $"/tenant/schemas/{schema["meta:altId"]}", accept: $"application/vnd.adobe.{form}+json; version=1");
        Assert.Equal(200, status);
        JsonNode own = shown["properties"]![tenant]!["properties"]!;
        foreach (JsonNode field in new[] { shown["properties"]!["producedBy"]!, own["old"]!, own["inner"]!["properties"]!["gone"]! })
            Assert.Equal(marks ? "deprecated" : null, (string?)field["meta:status"]);
        Assert.Null(own["current"]!["meta:status"]);
        Assert.Equal(form.Contains("desc", StringComparison.Ordinal), shown["meta:descriptors"] is not null);
        Assert.Equal(!form.Contains("notext", StringComparison.Ordinal), own["old"]!["title"] is not null);
    }

    [Theory]
    [InlineData("xed-id+json; version=1", "XDM-1007-400")]
    [InlineData("xed-full+json", "XDM-1007-400")]
    [InlineData("xed-full+json; version=2", "XDM-1007-400")]
    [InlineData("xed-fuller+json; version=1", "XDM-1007-400")]
    [InlineData("*/*", "XDM-1007-400")]
    public async Task A_form_that_does_not_exist_is_refused(string form, string code)
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        string accept = form == "*/*" ? form : "application/vnd.adobe." + form;
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Get, $"/tenant/schemas/{schema["meta:altId"]}", accept: accept),
            400, code);
    }
}
