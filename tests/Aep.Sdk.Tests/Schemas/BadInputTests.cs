using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Schemas;

/// <summary>What cannot be right is refused with what, where and why, before anything is written.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Wire _wire = new();
    private readonly SchemasClient _schemas;

    public BadInputTests()
    {
        _wire.On("GET", "/data/foundation/schemaregistry/stats", """{"tenantId":"acme"}""");
        foreach (string kind in new[] { "schemas", "fieldgroups", "classes", "datatypes" })
            _wire.On("GET", $"/data/foundation/schemaregistry/tenant/{kind}", """{"results":[]}""");
        _schemas = new SchemasClient(_wire.Pipeline);
    }

    public void Dispose()
    {
        Assert.DoesNotContain(_wire.Requests, request => request.Method != "GET");
        _wire.Dispose();
    }

    [Theory]
    [InlineData("""{}""", "_acme has no fields")]
    [InlineData("""{"_mine":{"type":"string"}}""", "_acme._mine: a name")]
    [InlineData("""{"my field":{"type":"string"}}""", "_acme.my field: a name")]
    [InlineData("""{"a.b":{"type":"string"}}""", "_acme.a.b: a name")]
    [InlineData("""{"":{"type":"string"}}""", "a name has letters")]
    [InlineData("""{"a":"string"}""", "_acme.a: a definition is a JSON object")]
    [InlineData("""{"a":null}""", "_acme.a: a definition is a JSON object")]
    [InlineData("""{"a":{}}""", "_acme.a: the type '(none)'")]
    [InlineData("""{"a":{"type":"text"}}""", "_acme.a: the type 'text'")]
    [InlineData("""{"a":{"type":["string","null"]}}""", "_acme.a: the type '(none)'")]
    [InlineData("""{"a":{"type":"date-time"}}""", "_acme.a: the type 'date-time'")]
    [InlineData("""{"a":{"type":"array"}}""", "_acme.a: a list says")]
    [InlineData("""{"a":{"type":"array","items":{"type":"list"}}}""", "_acme.a[]: the type 'list'")]
    [InlineData("""{"a":{"type":"object"}}""", "_acme.a: an object has 'properties'")]
    [InlineData("""{"a":{"type":"object","properties":{"b":{"type":"x"}}}}""", "_acme.a.b: the type 'x'")]
    [InlineData("""{"a":{"type":"object","properties":{"b":{"type":"string"}},"required":["c"]}}""", "_acme.a.c: it is required")]
    [InlineData("""{"a":{"type":"object","properties":{"b":{"type":"string"}},"additionalProperties":{"type":"string"}}}""", "not both")]
    [InlineData("""{"a":{"type":"object","additionalProperties":{"type":"x"}}}""", "_acme.a{}: the type 'x'")]
    [InlineData("""{"a":{"type":"number","minimum":2,"maximum":1}}""", "_acme.a: the minimum 2")]
    [InlineData("""{"a":{"type":"string","enum":[]}}""", "_acme.a: 'enum'")]
    [InlineData("""{"a":{"type":"integer","enum":[1]}}""", "_acme.a: 'enum'")]
    [InlineData("""{"a":{"type":"string","pattern":"["}}""", "_acme.a: the pattern")]
    [InlineData("""{"a":{"type":"string","pattern":5}}""", "_acme.a: the pattern")]
    public async Task Fields_that_are_no_XDM(string fields, string reason)
    {
        var definition = new FieldGroupDefinition("Group", JsonNode.Parse(fields)!.AsObject(), [XdmClasses.ExperienceEvent]);
        await RefusedAsync(reason, () => _schemas.FieldGroups.CreateAsync(definition));
        await RefusedAsync(reason, () => _schemas.FieldGroups.GetOrCreateAsync(definition));
        await RefusedAsync(reason, () => _schemas.FieldGroups.ApplyAsync(definition));
        await RefusedAsync(reason, () => _schemas.ApplyAsync(new XdmSchema("Schema", XdmClasses.ExperienceEvent, definition)));
    }

    [Theory]
    [InlineData("add", "", "does not begin with a slash")]
    [InlineData("add", "title", "does not begin with a slash")]
    [InlineData("add", "/a~b", "a ~ stands alone")]
    [InlineData("merge", "/title", "'merge' is none of")]
    [InlineData("ADD", "/title", "'ADD' is none of")]
    [InlineData("replace", "/title", "needs a value")]
    public async Task Patches_that_are_none(string op, string path, string reason)
    {
        var step =
            new JsonPatchOperation { Op = op, Path = path, Value = reason.StartsWith("needs", StringComparison.Ordinal) ? null : "value" };
        await RefusedAsync("step 2: ", () => _schemas.PatchAsync("id", [JsonPatchOperation.Remove("/a"), step]));
        await RefusedAsync(reason, () => _schemas.Classes.PatchAsync("id", [step]));
    }

    [Fact]
    public async Task Patches_without_steps()
    {
        await RefusedAsync("no steps", () => _schemas.PatchAsync("id", []));
        await RefusedAsync("step 1: it is null", () => _schemas.DataTypes.PatchAsync("id", [null!]));
    }

    [Fact]
    public async Task Resources_without_what_they_need()
    {
        JsonObject fields = new() { ["a"] = new JsonObject { ["type"] = "string" } };
        await RefusedAsync("title is empty", () => _schemas.CreateAsync(new SchemaDefinition(" ", XdmClasses.ExperienceEvent, [])));
        await RefusedAsync("reference to a resource is empty", () => _schemas.CreateAsync(new SchemaDefinition("S", "", [])));
        await RefusedAsync(
            "reference to a resource is empty", () => _schemas.CreateAsync(new SchemaDefinition("S", XdmClasses.ExperienceEvent, [""])));
        await RefusedAsync("names no class", () => _schemas.FieldGroups.CreateAsync(new FieldGroupDefinition("G", fields, [])));
        await RefusedAsync("_acme.b: it is required",
            () => _schemas.FieldGroups.CreateAsync(new FieldGroupDefinition("G", fields, ["c"]) { Required = ["b"] }));
        await RefusedAsync("reference to a resource is empty", () => _schemas.Classes.CreateAsync(new ClassDefinition("C", "")));
        await RefusedAsync("has no fields", () => _schemas.DataTypes.CreateAsync(new DataTypeDefinition("D", [])));
        await RefusedAsync("at least one resource", () => _schemas.Registry.ImportAsync([]));
        await RefusedAsync("at least one resource", () => _schemas.Registry.ImportAsync(["text"]));
        await RefusedAsync("empty string", () => _schemas.DeleteAsync(""));
    }

    [Fact]
    public async Task Descriptors_without_what_they_need()
    {
        DescriptorsClient descriptors = _schemas.Descriptors;
        await RefusedAsync("xdm:sourceSchema is missing; xdm:sourceProperty is missing; xdm:namespace is missing",
            () => descriptors.CreateAsync(new IdentityDescriptor()));
        await RefusedAsync(
            "must begin with a slash", () => descriptors.CreateAsync(new VersionDescriptor { SourceSchema = "s", SourceProperty = "a" }));
        await RefusedAsync(
            "must begin with a slash", () => descriptors.CreateAsync(new VersionDescriptor { SourceSchema = "s", SourceProperty = "/a/" }));
        await RefusedAsync("name the fields only",
            () => descriptors.GetOrCreateAsync(new VersionDescriptor { SourceSchema = "s", SourceProperty = "/a/properties/b" }));
        await RefusedAsync("xdm:destinationSchema is missing",
            () => descriptors.CreateAsync(new OneToOneDescriptor { SourceSchema = "s", SourceProperty = "/a" }));
        await RefusedAsync("has no id", () => descriptors.UpdateAsync(new VersionDescriptor { SourceSchema = "s", SourceProperty = "/a" }));
    }

    [Fact]
    public async Task Schemas_whose_identities_do_not_fit()
    {
        var fields = new FieldGroupDefinition(
            "G", new JsonObject { ["a"] = new JsonObject { ["type"] = "string" } }, [XdmClasses.IndividualProfile]);
        var schema = new XdmSchema("S", XdmClasses.IndividualProfile, fields);
        await RefusedAsync(
            "no field for the identities b", () => _schemas.ApplyAsync(schema with { Identities = [new XdmIdentity("b", "ECID", true)] }));
        await RefusedAsync(
            "more than one primary", () => _schemas.ApplyAsync(
                schema with { Identities = [new XdmIdentity("a", "ECID", true), new XdmIdentity("a", "Email", true)] }));
    }

    private static async Task RefusedAsync(string reason, Func<Task> act) =>
        Assert.Contains(reason, (await Assert.ThrowsAnyAsync<ArgumentException>(act)).Message, StringComparison.Ordinal);
}
