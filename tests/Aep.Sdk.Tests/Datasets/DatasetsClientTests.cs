using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Datasets;

public sealed class DatasetsClientTests : IDisposable
{
    private const string Root = "/data/foundation/catalog";
    private const string Schema = "https://ns.adobe.com/acme/schemas/1";

    private readonly Wire _wire = new();
    private readonly DatasetsClient _datasets;

    public DatasetsClientTests() => _datasets = new DatasetsClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task A_new_dataset_is_created_enabled_in_one_call_and_read()
    {
        _wire.On("GET", $"{Root}/dataSets", "{}").On("POST", $"{Root}/dataSets", (201, """["@/dataSets/d1"]"""))
            .On("GET", $"{Root}/dataSets/d1", Dataset("d1", "Events", enabled: true));
        Dataset dataset = await _datasets.GetOrCreateAsync(new DatasetDefinition("Events", Schema) { ProfileEnabled = true });
        Assert.Equal(("d1", "Events", "events", true, true),
            (dataset.Id, dataset.Name, dataset.TableName, dataset.IsEnabledForProfile, dataset.IsEnabledForIdentity));
        Wire.IsJson(
            $$"""
            {"name":"Events","description":"","schemaRef":{"id":"{{Schema}}","contentType":"application/vnd.adobe.xed+json;version=1"},
            "fileDescription":{"persisted":true,"containerFormat":"parquet","format":"parquet"},
            "tags":{"unifiedProfile":["enabled:true"],"unifiedIdentity":["enabled:true"]} }
            """, _wire.Single("POST", $"{Root}/dataSets"));
        Assert.Equal("Events", Wire.Query(_wire.Requests[0], "name"));
    }

    [Fact]
    public async Task A_creation_without_an_answer_is_looked_for()
    {
        _wire.On("GET", $"{Root}/dataSets", "{}", Dataset("d1", "Events", enabled: false)).On("POST", $"{Root}/dataSets", (500, "{}"));
        Assert.Equal("d1", (await _datasets.GetOrCreateAsync(new DatasetDefinition("Events", Schema))).Id);
        Assert.Equal(1, _wire.Count("POST", $"{Root}/dataSets"));
    }

    [Fact]
    public async Task A_creation_that_is_refused_stays_so_when_nobody_else_has_made_one()
    {
        _wire.On("GET", $"{Root}/dataSets", "{}").On("POST", $"{Root}/dataSets", (400, """{"title":"no such schema"}"""));
        AepRequestException refused =
            await Assert.ThrowsAsync<AepRequestException>(() => _datasets.GetOrCreateAsync(new DatasetDefinition("Events", Schema)));
        Assert.Contains("no such schema", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, _wire.Count("POST", $"{Root}/dataSets"));
    }

    [Fact]
    public async Task An_existing_dataset_of_another_schema_is_not_taken()
    {
        _wire.On("GET", $"{Root}/dataSets", """{"d1":{"name":"Events","schemaRef":{"id":"https://ns.adobe.com/acme/schemas/2"}}}""");
        Assert.Contains("schemas/2",
            (await Assert.ThrowsAsync<AepException>(() => _datasets.GetOrCreateAsync(new DatasetDefinition("Events", Schema)))).Message);
    }

    [Fact]
    public async Task A_name_that_is_a_pattern_for_the_catalog_is_compared_here()
    {
        _wire.On("GET", $"{Root}/dataSets", """{"d1":{"name":"A"},"d2":{"name":"A, B*"}}""");
        Assert.Equal("d2", (await _datasets.FindByNameAsync("A, B*"))!.Id);
        Assert.False(_wire.Requests[0].Query!.ContainsKey("name"));
    }

    [Fact]
    public async Task A_query_is_told_to_the_catalog()
    {
        _wire.On("GET", $"{Root}/dataSets", "{}");
        await _datasets.ListAsync(new DatasetQuery
        {
            State = "DRAFT",
            ProfileEnabled = true,
            Tags = new Dictionary<string, string> { ["team"] = "science*" },
            CreatedFrom = DateTimeOffset.FromUnixTimeMilliseconds(1000),
            CreatedBefore = DateTimeOffset.FromUnixTimeMilliseconds(2000),
            Filters = [CatalogFilter.Missing("description"), CatalogFilter.Matches("name", "^Web")],
            OrderBy = "name,desc:created",
        }).ToListAsync();
        var query = _wire.Requests.Single().Query!;
        Assert.Equal(["state==DRAFT", "created>=1000", "created<2000", "!description", "name~^Web"], query["property"]);
        Assert.Equal(
            ("team:science*,unifiedProfile:enabled:true", "name,desc:created"), (query["tags"].Single(), query["orderBy"].Single()));
        Assert.Throws<ArgumentException>(() => CatalogFilter.Exists("schemaRef.id"));
    }

    [Fact]
    public async Task An_existing_dataset_is_taken_by_its_exact_name()
    {
        _wire.On("GET", $"{Root}/dataSets", $"{Dataset("d0", "Events 2", true)[..^1]},{Dataset("d1", "Events", true)[1..]}");
        Dataset dataset = await _datasets.GetOrCreateAsync(new DatasetDefinition("Events", Schema) { ProfileEnabled = true });
        Assert.Equal("d1", dataset.Id);
        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task An_existing_dataset_is_enabled_when_it_was_not()
    {
        _wire.On("GET", $"{Root}/dataSets", Dataset("d1", "Events", enabled: false))
            .On("PATCH", $"{Root}/dataSets/d1", """["@/dataSets/d1"]""")
            .On("GET", $"{Root}/dataSets/d1", Dataset("d1", "Events", enabled: true));
        Assert.True(
            (await _datasets.GetOrCreateAsync(new DatasetDefinition("Events", Schema) { ProfileEnabled = true })).IsEnabledForProfile);
        Wire.IsJson(
            """
            [{"op":"add","path":"/tags/unifiedProfile","value":["enabled:true"]},{"op":"add","path":"/tags/unifiedIdentity","value":["enabled:true"]}]
            """, _wire.Single("PATCH", $"{Root}/dataSets/d1"));
        Assert.StartsWith("application/json-patch+json", _wire.Single("PATCH", $"{Root}/dataSets/d1").Headers!["Content-Type"].Single());
    }

    [Fact]
    public async Task Pages_that_are_full_are_not_the_last()
    {
        _wire.On("GET", $"{Root}/dataSets", Page(0, 100), Page(100, 100), Page(200, 0));
        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"d{number}"),
            await _datasets.ListAsync().Select(dataset => dataset.Id).ToListAsync());
        Assert.Equal(["0", "100", "200"], _wire.Requests.Select(request => Wire.Query(request, "start")));
    }

    [Fact]
    public async Task A_dataset_without_a_table_says_so()
    {
        _wire.On("GET", $"{Root}/dataSets/d1", """{"d1":{"name":"Events","tags":{}}}""");
        Dataset dataset = await _datasets.GetAsync("d1");
        Assert.Contains("no table", Assert.Throws<AepException>(() => dataset.TableName).Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""["something else"]""")]
    public async Task An_answer_to_a_creation_without_the_id_is_an_error(string answer)
    {
        _wire.On("POST", $"{Root}/dataSets", answer);
        await Assert.ThrowsAsync<AepException>(() => _datasets.CreateAsync(new DatasetDefinition("Events", Schema)));
    }

    [Fact]
    public async Task A_definition_is_checked_and_not_kept()
    {
        _wire.On("POST", $"{Root}/dataSets", "[]").On("PUT", $"{Root}/dataSets/d1", """["@/dataSets/d1"]""")
            .On("GET", $"{Root}/dataSets/d1", """{"d1":{"name":"Old","tags":{"adobe/pqs/table":["old"]}}}""");
        var definition = new DatasetDefinition("New", "https://ns.adobe.com/acme/schemas/1");
        await _datasets.ValidateAsync(definition);
        await _datasets.ValidateAsync("d1", definition);
        Assert.Equal(["POST validate-only", "GET", "PUT validate-only"], _wire.Requests.Select(request =>
            $"{request.Method} {(request.Headers!.TryGetValue("Pragma", out var pragma) ? pragma.Single() : "")}".Trim()));
        Assert.Contains("adobe/pqs/table", _wire.Single("PUT", $"{Root}/dataSets/d1").Body);
    }

    private static string Dataset(string id, string name, bool enabled)
    {
        string tags = "\"adobe/pqs/table\":[\"events\"]"
            + (enabled ? ",\"unifiedProfile\":[\"enabled:true\"],\"unifiedIdentity\":[\"enabled: true\"]" : "");
        return $"{{\"{id}\":{{\"name\":\"{name}\",\"tags\":{{{tags}}}}}}}";
    }

    private static string Page(int from, int count) =>
        $"{{{string.Join(',', Enumerable.Range(from, count).Select(number => $"\"d{number}\":{{\"name\":\"Dataset {number}\"}}"))}}}";
}
