using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Schemas;

/// <summary>A field group is brought to a definition by additions, or not at all.</summary>
public sealed class AdditiveUpdateTests : IDisposable
{
    private const string Root = "/data/foundation/schemaregistry";
    private const string Id = "https://ns.adobe.com/acme/mixins/1";
    private const string Place = "/definitions/customFields/properties/_acme";

    private readonly Wire _wire = new();
    private readonly SchemasClient _schemas;

    public AdditiveUpdateTests()
    {
        _schemas = new SchemasClient(_wire.Pipeline);
        string present = new JsonObject
        {
            ["results"] = new JsonArray(JsonNode.Parse($$$$$$"""
                {"$id":"{{{{{{Id}}}}}}","meta:altId":"_acme.mixins.1","title":"Shop","type":"object","meta:intendedToExtend":["{{{{{{XdmClasses.ExperienceEvent}}}}}}"],
                 "definitions":{"customFields":{"type":"object","properties":{"_acme":{"type":"object","required":["id"],"properties":{
                   "id":{"type":"string","title":"Id","meta:xdmType":"string"},
                   "plan":{"type":"string","enum":["a","b"],"meta:xdmType":"string"},
                   "user":{"type":"object","meta:xdmType":"object","properties":{"name":{"type":"string"}}},
                   "items":{"type":"array","items":{"type":"object","properties":{"sku":{"type":"string"}} } } } } } } },
                 "allOf":[{"$ref":"#/definitions/customFields"}]}
                """)),
        }.ToJsonString();
        _wire.On("GET", $"{Root}/stats", """{"tenantId":"acme"}""").On("GET", $"{Root}/tenant/fieldgroups", present)
            .On("PATCH", $"{Root}/tenant/fieldgroups/{Id}", $$"""{"$id":"{{Id}}","title":"Shop"}""");
    }

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task The_same_definition_changes_nothing()
    {
        AppliedFieldGroup applied = await ApplyAsync(_ => { });
        Assert.True(applied.Changes.IsEmpty);
        Assert.DoesNotContain(_wire.Requests, request => request.Method != "GET");
    }

    [Fact]
    public async Task Fields_are_added_where_they_belong()
    {
        await ApplyAsync(fields =>
        {
            fields["a-b"] = new JsonObject { ["type"] = "number" };
            fields["user"]!["properties"]!["age"] = new JsonObject { ["type"] = "integer" };
            fields["items"]!["items"]!["properties"]!["price"] = new JsonObject { ["type"] = "number" };
        });
        Wire.IsJson(
            $$$"""
            [{"op":"add","path":"{{{Place}}}/properties/user/properties/age","value":{"type":"integer"}},
             {"op":"add","path":"{{{Place}}}/properties/items/items/properties/price","value":{"type":"number"}},
             {"op":"add","path":"{{{Place}}}/properties/a-b","value":{"type":"number"}}]
            """,
            _wire.Single("PATCH", $"{Root}/tenant/fieldgroups/{Id}"));
    }

    [Fact]
    public async Task Limits_are_loosened_texts_changed_and_classes_added()
    {
        AppliedFieldGroup applied = await ApplyAsync(
            fields =>
            {
                fields["plan"]!["enum"]!.AsArray().Add("c");
                fields["id"]!["title"] = "User";
                fields["user"]!["meta:status"] = "deprecated";
            },
            required: [],
            classes: [XdmClasses.ExperienceEvent, XdmClasses.IndividualProfile]);
        Wire.IsJson(
            $$$"""
            [{"op":"add","path":"{{{Place}}}/properties/id/title","value":"User"},
             {"op":"add","path":"{{{Place}}}/properties/plan/enum","value":["a","b","c"]},
             {"op":"add","path":"{{{Place}}}/properties/user/meta:status","value":"deprecated"},
             {"op":"add","path":"{{{Place}}}/required","value":[]},
             {"op":"add","path":"/meta:intendedToExtend/-","value":"{{{XdmClasses.IndividualProfile}}}"}]
            """,
            _wire.Single("PATCH", $"{Root}/tenant/fieldgroups/{Id}"));
        Assert.Equal(4, applied.Changes.Changes.Count);
    }

    [Fact]
    public async Task Changes_that_break_are_refused_with_their_list_and_nothing_is_changed()
    {
        var refused = await Assert.ThrowsAsync<XdmBreakingChangeException>(() => ApplyAsync(
            fields =>
            {
                fields.Remove("plan");
                fields["id"]!["type"] = "integer";
                fields["user"]!["properties"]!["name"]!["pattern"] = "^a";
                fields["more"] = new JsonObject { ["type"] = "string" };
            },
            required: ["id", "user"]));
        Assert.Equal(
            ["_acme.id type", "_acme.plan field", "_acme.user required", "_acme.user.name pattern"],
            refused.Changes.Select(change => $"{change.Path} {change.Aspect}").Order(StringComparer.Ordinal));
        Assert.All(refused.Changes, change => Assert.Contains(change.ToString(), refused.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(_wire.Requests, request => request.Method != "GET");
    }

    [Fact]
    public async Task A_new_field_may_be_required_from_the_start()
    {
        await ApplyAsync(fields => fields["email"] = new JsonObject { ["type"] = "string" }, required: ["id", "email"]);
        JsonArray patch = JsonNode.Parse(_wire.Single("PATCH", $"{Root}/tenant/fieldgroups/{Id}").Body!)!.AsArray();
        Assert.Equal($$"""{"op":"add","path":"{{Place}}/required","value":["id","email"]}""", patch[1]!.ToJsonString());
    }

    private Task<AppliedFieldGroup> ApplyAsync(
        Action<JsonObject> change, IReadOnlyList<string>? required = null, IReadOnlyList<string>? classes = null)
    {
        JsonObject fields = JsonNode.Parse("""
            {"id":{"type":"string","title":"Id"},"plan":{"type":"string","enum":["a","b"]},
             "user":{"type":"object","properties":{"name":{"type":"string"}}},
             "items":{"type":"array","items":{"type":"object","properties":{"sku":{"type":"string"}}}}}
            """)!.AsObject();
        change(fields);
        return _schemas.FieldGroups.ApplyAsync(
            new FieldGroupDefinition("Shop", fields, classes ?? [XdmClasses.ExperienceEvent]) { Required = required ?? ["id"] });
    }
}
