using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.DataPrep;

public sealed class MappingSetTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly MappingSetClient _sets = new(fixture);
    private readonly RegistryClient _registry = new(fixture);

    private string Destination => $"_{_registry.Tenant}.userid";

    [Fact]
    public async Task A_mapping_set_comes_back_as_it_was_made()
    {
        JsonObject schema = MappingSetClient.Schema(await SchemaAsync());
        JsonObject set = MappingSetClient.Set(schema, ("userId", Destination), ("id", "_id"));
        (int status, JsonObject created) = await _sets.SendAsync(HttpMethod.Post, "?validate=true", set);
        Assert.True(status == 200, created.ToJsonString());
        Assert.Equal(0, (int)created["version"]!);
        Assert.True((long)created["createdDate"]! > 0);

        (_, JsonObject read) = await _sets.SendAsync(HttpMethod.Get, $"/{created["id"]}");
        Assert.Equal((string?)created["id"], (string?)read["id"]);
        Assert.True(JsonNode.DeepEquals(set["mappings"], read["mappings"]));
        Assert.True(JsonNode.DeepEquals(set["outputSchema"], read["outputSchema"]));
    }

    [Fact]
    public async Task The_older_names_of_source_and_destination_work_too()
    {
        JsonObject set = MappingSetClient.Set(MappingSetClient.Schema(await SchemaAsync()));
        set["mappings"]!.AsArray().Add(
            new JsonObject { ["sourceType"] = "text/x.schema-path", ["sourceAttribute"] = "userId", ["destinationXdmPath"] = Destination });
        Assert.Equal(200, (await _sets.SendAsync(HttpMethod.Post, "", set)).Status);
    }

    [Theory]
    [InlineData("_TENANT.another", "another")]
    [InlineData("userid", "userid")]
    [InlineData("", "destination")]
    public async Task A_destination_must_be_a_field_of_the_schema(string destination, string says)
    {
        JsonObject set = MappingSetClient.Set(
            MappingSetClient.Schema(await SchemaAsync()), ("id", "_id"), ("userId", destination.Replace("TENANT", _registry.Tenant)));
        MappingSetClient.AssertRefused(await _sets.SendAsync(HttpMethod.Post, "", set), 400, says);
    }

    [Theory]
    [InlineData("_TENANT.userid", null)]
    [InlineData("xdm: segmentMembership.status", null)]
    [InlineData("identityMap.ECID", null)]
    [InlineData("_TENANT.nobody", "_TENANT.nobody is no field of the input schema")]
    [InlineData("_TENANT.userid.more", "_TENANT.userid.more is no field of the input schema")]
    public async Task A_source_must_be_a_field_of_the_input_schema_when_one_is_named(string source, string? says)
    {
        await new Profiles.ProfileClient(fixture).CreateDatasetAsync("{}");
        source = source.Replace("TENANT", _registry.Tenant);
        JsonObject set = MappingSetClient.Set(Column(), (source, "column"));
        set["inputSchema"] = MappingSetClient.Schema("https://ns.adobe.com/xdm/context/profile__union");
        (int status, JsonObject body) = await _sets.SendAsync(HttpMethod.Post, "", set);
        if (says is null)
            Assert.True(status == 200, body.ToJsonString());
        else
            MappingSetClient.AssertRefused((status, body), 400, says.Replace("TENANT", _registry.Tenant));
    }

    [Fact]
    public async Task A_column_of_a_file_is_filled_once()
    {
        JsonObject set = MappingSetClient.Set(Column(), ("one", "column"), ("another", "column"));
        MappingSetClient.AssertRefused(await _sets.SendAsync(HttpMethod.Post, "", set), 400, "The column column stands twice");
        await _sets.CreateAsync(MappingSetClient.Schema(await SchemaAsync()), ("one", Destination), ("one", "_id"));
    }

    private static JsonObject Column() =>
        JsonCalls.Json("""{ "jsonSchema": { "type": "object", "properties": { "column": { "type": "string" } } } }""");

    [Fact]
    public async Task A_set_without_mappings_or_schema_is_refused()
    {
        JsonObject schema = MappingSetClient.Schema(await SchemaAsync());
        MappingSetClient.AssertRefused(await _sets.SendAsync(HttpMethod.Post, "", MappingSetClient.Set(schema)), 400, "mappings");
        MappingSetClient.AssertRefused(
            await _sets.SendAsync(HttpMethod.Post, "", MappingSetClient.Set(schema, ("", Destination))), 400, "source");
        MappingSetClient.AssertRefused(
            await _sets.SendAsync(HttpMethod.Post, "", MappingSetClient.Set([], ("userId", Destination))), 400, "outputSchema");
        JsonObject unknown = MappingSetClient.Schema("https://ns.adobe.com/x/schemas/0");
        MappingSetClient.AssertRefused(
            await _sets.SendAsync(HttpMethod.Post, "", MappingSetClient.Set(unknown, ("userId", Destination))), 400, "schemas/0");
    }

    [Fact]
    public async Task The_columns_of_a_file_may_come_along_as_a_json_schema()
    {
        var columns = JsonCalls.Json("""{ "jsonSchema": { "type": "object", "properties": { "User id": { "type": "string" } } } }""");
        string id = await _sets.CreateAsync(columns, (Destination, "User id"));
        Assert.Equal("User id", (string?)(await _sets.SendAsync(HttpMethod.Get, "/" + id)).Body["mappings"]![0]!["destination"]);
        JsonObject other = MappingSetClient.Set(columns, (Destination, "Another"));
        MappingSetClient.AssertRefused(await _sets.SendAsync(HttpMethod.Post, "", other), 400, "Another");
    }

    [Theory]
    [InlineData("EXPRESSION", "uper(userId)", "uper")]
    [InlineData("EXPRESSION", "upper(userId", "ends too early")]
    [InlineData("GUESS", "userId", "GUESS")]
    public async Task A_source_that_cannot_be_read_is_refused(string type, string source, string says)
    {
        JsonObject set = MappingSetClient.Set(MappingSetClient.Schema(await SchemaAsync()), (source, Destination));
        set["mappings"]![0]!["sourceType"] = type;
        MappingSetClient.AssertRefused(await _sets.SendAsync(HttpMethod.Post, "", set), 400, says);
    }

    [Fact]
    public async Task Expressions_are_previewed_on_the_rows_that_come_along()
    {
        JsonObject set =
            MappingSetClient.Set(MappingSetClient.Schema(await SchemaAsync()), ("upper(user.id)", Destination), ("1 / 0", "_id"));
        foreach (JsonNode? mapping in set["mappings"]!.AsArray())
            mapping!["sourceType"] = "EXPRESSION";
        var body = new JsonObject { ["mappingSet"] = set, ["data"] = JsonNode.Parse("""{ "user": { "id": "jo" } }""") };
        (int status, JsonObject answer) = await _sets.SendAsync(HttpMethod.Post, "/preview", body);
        Assert.True(status == 200, answer.ToJsonString());
        Assert.Equal("JO", (string?)answer["data"]![$"_{_registry.Tenant}"]!["userid"]);
        Assert.Equal("_id", (string?)Assert.Single(answer["errors"]!.AsArray())!["destination"]);
    }

    [Fact]
    public async Task A_set_is_validated_mapping_by_mapping()
    {
        JsonObject set =
            MappingSetClient.Set(MappingSetClient.Schema(await SchemaAsync()), ("userId", Destination), ("userId", "not.there"));
        (_, JsonObject answer) = await _sets.SendAsync(HttpMethod.Post, "/validate", set);
        Assert.Equal(["SUCCESS", "FAILED"], answer["validationResponse"]!.AsArray().Select(item => (string?)item!["status"]));
    }

    [Fact]
    public async Task A_change_makes_a_version_and_the_earlier_one_stays()
    {
        JsonObject schema = MappingSetClient.Schema(await SchemaAsync());
        string id = await _sets.CreateAsync(schema, ("before", Destination));
        (int status, JsonObject changed) =
            await _sets.SendAsync(HttpMethod.Put, "/" + id, MappingSetClient.Set(schema, ("after", Destination)));
        Assert.Equal((200, 1), (status, (int)changed["version"]!));
        Assert.Equal("before", (string?)(await _sets.SendAsync(HttpMethod.Get, $"/{id}?version=0")).Body["mappings"]![0]!["source"]);
        Assert.Equal("after", (string?)(await _sets.SendAsync(HttpMethod.Get, $"/{id}")).Body["mappings"]![0]!["source"]);
        MappingSetClient.AssertRefused(await _sets.SendAsync(HttpMethod.Get, $"/{id}?version=7"), 404, "version 7");
    }

    [Fact]
    public async Task An_unknown_mapping_set_is_not_found() =>
        MappingSetClient.AssertRefused(await _sets.SendAsync(HttpMethod.Get, "/0"), 404, "mapping set 0");

    [Fact]
    public async Task Listings_give_the_page_that_is_asked_for()
    {
        EmulatorFixture own = await EmulatorFixture.StartAsync();
        try
        {
            var sets = new MappingSetClient(own);
            string schema = (string)(await new RegistryClient(own).CreateEventSchemaAsync())["$id"]!;
            List<string> created = [];
            for (int i = 0; i < 5; i++)
                created.Add(await sets.CreateAsync(MappingSetClient.Schema(schema), ("id", "_id")));
            Assert.Equal(created[..2], await PageAsync(sets, "?start=0&limit=2"));
            Assert.Equal(created[4..], await PageAsync(sets, "?start=4&limit=2"));
            Assert.Empty(await PageAsync(sets, "?start=6&limit=2"));
            Assert.Equal(created, await PageAsync(sets, "?start=0&limit=10"));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private static async Task<IEnumerable<string>> PageAsync(MappingSetClient sets, string query) =>
        (await sets.SendAsync(HttpMethod.Get, query)).Body["data"]!.AsArray().Select(set => (string)set!["id"]!);

    private async Task<string> SchemaAsync() => (string)(await _registry.CreateEventSchemaAsync())["$id"]!;
}
