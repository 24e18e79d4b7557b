using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Schemas;

/// <summary>Get-or-create when others do the same at the same time, and when an answer is lost.</summary>
public sealed class GetOrCreateTests : IDisposable
{
    private const string Root = "/data/foundation/schemaregistry";
    private const string None = """{"results":[],"_page":{}}""";
    private static readonly SchemaDefinition Definition = new("Events", XdmClasses.ExperienceEvent, []);

    private readonly Wire _wire = new();
    private readonly SchemasClient _schemas;

    public GetOrCreateTests() => _schemas = new SchemasClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Who_created_later_takes_the_older_one_and_removes_his_own()
    {
        _wire.On("GET", $"{Root}/tenant/schemas", None, Page(("own", 2), ("other", 1)))
            .On("POST", $"{Root}/tenant/schemas", (201, Schema("own", 2)))
            .On("DELETE", $"{Root}/tenant/schemas/own", (204, ""));
        Assert.Equal("other", (await _schemas.GetOrCreateAsync(Definition)).Id);
        Assert.Equal(1, _wire.Count("DELETE", $"{Root}/tenant/schemas/own"));
    }

    [Fact]
    public async Task Who_created_first_keeps_his_own()
    {
        _wire.On("GET", $"{Root}/tenant/schemas", None, Page(("other", 2), ("own", 1)))
            .On("POST", $"{Root}/tenant/schemas", (201, Schema("own", 1)));
        Assert.Equal("own", (await _schemas.GetOrCreateAsync(Definition)).Id);
        Assert.DoesNotContain(_wire.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task What_the_listing_does_not_show_yet_counts()
    {
        _wire.On("GET", $"{Root}/tenant/schemas", None).On("POST", $"{Root}/tenant/schemas", (201, Schema("own", 1)));
        Assert.Equal("own", (await _schemas.GetOrCreateAsync(Definition)).Id);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    [InlineData(503)]
    public async Task A_refusal_or_a_lost_answer_is_followed_by_another_look(int status)
    {
        _wire.On("GET", $"{Root}/tenant/schemas", None, Page(("other", 1)))
            .On("POST", $"{Root}/tenant/schemas", (status, """{"title":"Title must be unique"}"""));
        Assert.Equal("other", (await _schemas.GetOrCreateAsync(Definition)).Id);
        Assert.Equal(1, _wire.Count("POST", $"{Root}/tenant/schemas"));
    }

    [Fact]
    public async Task A_refusal_for_another_reason_stays_one()
    {
        _wire.On("GET", $"{Root}/tenant/schemas", None).On("POST", $"{Root}/tenant/schemas", (400, """{"title":"Unknown class"}"""));
        Assert.Contains("Unknown class",
            (await Assert.ThrowsAsync<AepRequestException>(() => _schemas.GetOrCreateAsync(Definition))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_with_a_comma_is_compared_here()
    {
        _wire.On("GET", $"{Root}/tenant/schemas", Page(("other", 1)).Replace("Events", "Events, all", StringComparison.Ordinal));
        Assert.Equal("other", (await _schemas.GetOrCreateAsync(Definition with { Title = "Events, all" })).Id);
        Assert.False(Assert.Single(_wire.Requests).Query!.ContainsKey("property"));
    }

    [Fact]
    public async Task A_descriptor_that_says_something_else_is_not_taken_for_the_same()
    {
        _wire.On(
            "GET", $"{Root}/tenant/descriptors",
            """
            {"results":[{"@id":"d1","@type":"xdm:descriptorIdentity","xdm:sourceSchema":"s","xdm:sourceVersion":1,
             "xdm:sourceProperty":"/_acme/id","xdm:namespace":"Email","xdm:property":"xdm:code","xdm:isPrimary":true}]}
            """);
        AepException refused = await Assert.ThrowsAsync<AepException>(() => _schemas.Descriptors.GetOrCreateAsync(
            new IdentityDescriptor { SourceSchema = "s", SourceProperty = "/_acme/id", Namespace = "ECID", IsPrimary = true }));
        Assert.Contains("xdm:namespace is \"Email\", not \"ECID\"", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_wire.Requests, request => request.Method == "POST");
    }

    private static string Page(params (string Id, long Created)[] schemas) =>
        $$"""{"results":[{{string.Join(',', schemas.Select(one => Schema(one.Id, one.Created)))}}],"_page":{} }""";

    private static string Schema(string id, long created) =>
        $$"""{"$id":"{{id}}","title":"Events","meta:registryMetadata":{ "repo:createdDate": {{created}} } }""";
}
