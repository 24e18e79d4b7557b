using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Datasets;

public sealed class CatalogObjectsClientTests : IDisposable
{
    private const string Root = "/data/foundation/catalog";
    private readonly Wire _wire = new();
    private readonly CatalogObjectsClient _objects;

    public CatalogObjectsClientTests() => _objects = new DatasetsClient(_wire.Pipeline).Objects;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Objects_of_any_kind_are_listed()
    {
        _wire.On("GET", $"{Root}/accounts", """{"a1":{"name":"One","version":"1.0.0","params":{"url":"x"}},"a2":{}}""");
        List<CatalogObject> accounts = await _objects.ListAsync(CatalogObjectType.Accounts, CatalogFilter.Exists("params")).ToListAsync();
        Assert.Equal(["a1", "a2"], accounts.Select(account => account.Id));
        Assert.Equal(("One", "x"), (accounts[0].Name, accounts[0].AdditionalProperties["params"].GetProperty("url").GetString()));
        Assert.Equal("params", Wire.Query(Assert.Single(_wire.Requests), "property"));
    }

    [Fact]
    public async Task Many_ids_go_in_several_requests()
    {
        string[] ids = [.. Enumerable.Range(0, 120).Select(number => $"d{number}")];
        foreach (string[] some in ids.Chunk(50))
        {
            string answer = $"{{{string.Join(',', some.Where(id => id != "d7").Select(id => $"\"{id}\":{{\"name\":\"{id}\"}}"))}}}";
            _wire.On("GET", $"{Root}/dataSets/{string.Join(',', some)}", answer);
        }
        IReadOnlyList<CatalogObject> found = await _objects.GetAsync(CatalogObjectType.Datasets, ids.Append("d0"));
        Assert.Equal(ids.Where(id => id != "d7"), found.Select(dataset => dataset.Id));
        Assert.Equal(3, _wire.Requests.Count);
    }

    [Fact]
    public async Task The_files_of_a_view_name_their_batches()
    {
        _wire.On("GET", $"{Root}/dataSets/d1/views/v1/files",
            """{"b1-1":{"id":"b1-1","batchId":"b1","dataSetViewId":"v1","created":5,"imsOrg":"o"}}""");
        DatasetViewFile file = Assert.Single(await _objects.ListViewFilesAsync("d1", "v1").ToListAsync());
        Assert.Equal(("b1-1", "b1", "v1", 5L), (file.Id, file.BatchId, file.ViewId, file.Created));
        Assert.True(file.AdditionalProperties.ContainsKey("imsOrg"));
    }

    [Fact]
    public async Task A_tag_shows_its_values_and_who_has_it()
    {
        _wire.On("GET", $"{Root}/tags/adobe/pqs/databases",
            """{"objectType":{"datasets":["@/DataSet/d1"]},"adobe/pqs/databases":["foo","bar"]}""");
        TagValues tag = await _objects.GetTagValuesAsync("adobe/pqs/databases");
        Assert.Equal(["foo", "bar"], tag.Of("adobe/pqs/databases"));
        Assert.Equal(["@/DataSet/d1"], tag.Objects["datasets"]);
        Assert.Empty(tag.Of("other"));
    }

    [Fact]
    public async Task Several_requests_go_as_one()
    {
        _wire.On("POST", $"{Root}/",
            """[{"id":"a","code":200,"body":["@/dataSets/d1"]},{"id":"b","code":404,"body":{"title":"NotFoundError"}}]""");
        IReadOnlyList<CatalogAnswer> answers = await _objects.SendAsync(
        [
            new CatalogRequest("a", "post", "/dataSets") { Body = new JsonObject { ["name"] = "First" } },
            new CatalogRequest("b", "get", "/dataSetViews/<<a.id>>") { Headers = new Dictionary<string,
                string> { ["if-match"] = "1.0.6" } },
        ]);
        Assert.Equal([true, false], answers.Select(answer => answer.IsSuccess));
        Assert.Equal("@/dataSets/d1", answers[0].Body!.Value[0].GetString());
        Wire.IsJson(
            """
            [{"id":"a","method":"post","resource":"/dataSets","body":{"name":"First"}},
             {"id":"b","method":"get","resource":"/dataSetViews/<<a.id>>","headers":{"if-match":"1.0.6"}}]
            """, _wire.Single("POST", $"{Root}/"));
        await Assert.ThrowsAsync<ArgumentException>(() => _objects.SendAsync([new CatalogRequest("a", "get", "dataSets")]));
    }

    [Fact]
    public async Task References_alone_are_answers_too()
    {
        _wire.On("POST", $"{Root}/", (201, """["@/dataSets/d1"]"""));
        CatalogAnswer answer = Assert.Single(await _objects.SendAsync([new CatalogRequest("a", "post", "/dataSets")]));
        Assert.Equal((true, "@/dataSets/d1"), (answer.IsSuccess, answer.Body!.Value.GetString()));
    }

    [Fact]
    public async Task The_key_of_the_storage_is_not_printed()
    {
        _wire.On("GET", $"{Root}/dataSets/d1/credentials",
            """{"dataSetId":"d1","path":"p","stagePath":"s","credentials":{"clientId":"c","clientKey":"topsecret","adlsUri":"u"}}""");
        DatasetCredentials access = await _objects.GetCredentialsAsync("d1", "b1");
        Assert.Equal(("p", "c", "u", "topsecret"),
            (access.Path, access.Credentials!.ClientId, access.Credentials.AdlsUri, access.Credentials.ClientKey!.Reveal()));
        Assert.DoesNotContain("topsecret", access.ToString());
        Assert.Equal("b1", Wire.Query(Assert.Single(_wire.Requests), "batchId"));
    }

    [Fact]
    public async Task Requests_that_were_sent_together_are_listed_as_asked()
    {
        _wire.On("GET", $"{Root}/", """{"dataSet":"foo_dataSet","transform":"t"}""");
        IReadOnlyDictionary<string, JsonElement> found = await _objects.GetResourcesAsync(new CatalogResourceQuery
        {
            Limit = 5,
            Start = 10,
            OrderBy = "asc:created",
            Filters = [CatalogFilter.Exists("dataSet")],
            Properties = ["dataSet", "created"],
        });
        Assert.Equal("foo_dataSet", found["dataSet"].GetString());
        Assert.Equal(("5", "10", "asc:created", "dataSet", "dataSet,created"), (Asked("limit"), Asked("start"), Asked("orderBy"),
            Asked("property"), Asked("properties")));

        string? Asked(string name) => Wire.Query(Assert.Single(_wire.Requests), name);
    }

    [Fact]
    public async Task What_the_catalog_has_no_longer_is_an_error()
    {
        _wire.On("GET", $"{Root}/", (404, """{"title":"NotFoundError","detail":"no longer"}"""));
        Assert.Contains("no longer", (await Assert.ThrowsAsync<AepNotFoundException>(() => _objects.GetResourcesAsync())).Message);
    }
}
