using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Ingestion;

public sealed partial class ReplayFailedTests : IDisposable
{
    private const string Batches = "/data/foundation/import/batches";
    private const string Catalog = "/data/foundation/catalog/batches";
    private const string Export = "/data/foundation/export/batches/old";
    private const string File = Batches + "/new/datasets/d1/files/00001.json";

    private readonly Wire _wire = new();
    private readonly IngestionClient _ingestion;

    public ReplayFailedTests() => _ingestion = _wire.Ingestion();

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Refused_rows_are_typed_where_they_can_be_and_say_what_is_wrong()
    {
        Old("success", rows: 5, refused: 3);
        Diagnostics(
            """{"id":"a","age":5,"_errors":[{"code":"1555","message":"name is missing"}],"_filename":"00001.json"}""",
            """{"id":"b","age":"old","_errors":[{"code":"1403","message":"age"}]}""",
            """{"_corrupt_record":"{\"id\":","_errors":[{"code":"1401","message":"cannot be read"}]}""");
        List<FailedRecord<Person>> failed = await _ingestion.ReadFailedAsync("old", PersonJson.Default.Person).ToListAsync();
        Assert.Equal([new Person("a", 5), null, null], failed.Select(one => one.Record));
        Assert.Equal(["1555: name is missing", "1403: age", "1401: cannot be read"], failed.Select(one => one.ToString()));
        Assert.Equal(
            ("00001.json", "old", "{\"id\":"), (failed[0].FileName, failed[1].Json!.Value.GetProperty("age").GetString(), failed[2].Text));
        Assert.Contains("age", failed[1].Unreadable);
        Assert.Null(failed[2].Json);
    }

    [Fact]
    public async Task Of_a_batch_that_succeeded_in_part_only_the_refused_rows_are_sent()
    {
        Old("success", rows: 5, refused: 2);
        Diagnostics("""{"id":"a","age":"5","_errors":[{"code":"1403"}]}""", """{"id":"b","age":"?","_errors":[{"code":"1403"}]}""");
        Accept();
        BatchCorrection correction = await _ingestion.ReplayFailedAsync("old", PersonJson.Default.Person, Corrected);
        Assert.Equal(new BatchCorrection("old") { BatchId = "new", Corrected = 1, LeftOut = 1 }, correction);
        Assert.Equal("""{"id":"a","age":5}""" + "\n", _wire.Single("PUT", File).Body);
        Wire.IsJson(
            """
            {"datasetId":"d1","inputFormat":{"format":"json","isMultiLineJson":false},"externalId":"replay-old-1-1-1",
             "tags":{"replayOf":["old"]},"enableErrorDiagnostics":true}
            """,
            _wire.Single("POST", Batches));
    }

    [Fact]
    public async Task Of_a_batch_that_failed_as_a_whole_all_rows_are_sent()
    {
        Old("failed", rows: 5, refused: 3);
        Diagnostics(
            """{"age":"5","id":"a","_errors":[{"code":"1403"}]}""",
            """{"age":"5","id":"a","_errors":[{"code":"1403"}]}""",
            """{"_corrupt_record":"{ broken","_errors":[{"code":"1401"}]}""");
        Failed(
            """
            {"id":"good","age":1.50}
            {"id":"a","age":"5"}
            { broken
            {"id":"a","age":"5"}
            {"id":"good too","age":2}

            """);
        Accept();
        BatchCorrection correction = await _ingestion.ReplayFailedAsync("old", PersonJson.Default.Person, Corrected);
        Assert.Equal(new BatchCorrection("old") { BatchId = "new", Corrected = 2, LeftOut = 1, Unchanged = 2 }, correction);
        Assert.Equal(
            ["""{"id":"good","age":1.50}""", """{"id":"a","age":5}""", """{"id":"a","age":5}""", """{"id":"good too","age":2}"""],
            _wire.Single("PUT", File).Body!.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task What_was_replayed_is_not_replayed_again()
    {
        Old("success", rows: 5, refused: 1);
        _wire.On("GET", Catalog, Found("replay-old-1-1-1", "new", "staging"));
        _wire.On("GET", $"{Catalog}/new", """{"new":{"status":"success"}}""");
        BatchCorrection correction = await _ingestion.ReplayFailedAsync("old", PersonJson.Default.Person, Corrected);
        Assert.Equal(new BatchCorrection("old") { BatchId = "new", WasThere = true }, correction);
        Assert.DoesNotContain(_wire.Requests, request => request.Method != "GET");
    }

    [Fact]
    public async Task An_attempt_that_was_stopped_is_given_up_and_one_that_failed_is_followed_by_another()
    {
        Old("success", rows: 5, refused: 1);
        Diagnostics("""{"id":"a","age":"5","_errors":[]}""");
        _wire.On(
            "GET", Catalog, Found("replay-old-1-1-1", "open", "loading"), Found("replay-old-2-1-1", "bad", "failed"), "{}",
            Found("replay-old-3-1-1", "new", "loading"));
        _wire.On("POST", $"{Batches}/open", "");
        AcceptFiles();
        Assert.Equal("new", (await _ingestion.ReplayFailedAsync("old", PersonJson.Default.Person, Corrected)).BatchId);
        Assert.Equal("ABORT", Wire.Query(_wire.Single("POST", $"{Batches}/open"), "action"));
        Assert.Contains("replay-old-3-1-1", _wire.Single("POST", Batches).Body);
    }

    [Fact]
    public async Task Who_comes_second_gives_way()
    {
        Old("success", rows: 5, refused: 1);
        Diagnostics("""{"id":"a","age":"5","_errors":[]}""");
        _wire.On("GET", Catalog, "{}", Found("replay-old-1-1-1", "another", "loading"));
        AcceptFiles();
        var error = await Assert.ThrowsAsync<AepException>(() => _ingestion.ReplayFailedAsync("old", PersonJson.Default.Person, Corrected));
        Assert.Contains("in the batch another", error.Message);
        Assert.Equal("ABORT", Wire.Query(_wire.Single("POST", $"{Batches}/new"), "action"));
    }

    [Theory]
    [InlineData("failed", 5, 1, "json", "{\"id\":\"a\",\"age\":\"5\"}", "AEP has kept 1 rows of the batch old, which had 5")]
    [InlineData("failed", 1, 1, "parquet", "", "AEP has kept 2 refused rows of the batch old, which had 1")]
    [InlineData("failed", 5, 2, "parquet", "", "its files are no JSON lines")]
    [InlineData("failed", 3, 2, "json", "{\"id\":\"c\",\"age\":1}", "2 rows that the batch old has refused are not in its files")]
    [InlineData("success", 5, 3, "json", "", "AEP has kept 2 refused rows of the batch old, which had 3")]
    [InlineData("loading", 5, 3, "json", "", "The batch old is loading")]
    public async Task Nothing_is_replayed_where_AEP_has_not_kept_it_all(
        string status, int rows, int refused, string format, string failed, string says)
    {
        Old(status, rows, refused, format);
        string[] lines = ["""{"id":"a","age":"5","_errors":[]}""", """{"id":"b","age":"5","_errors":[]}"""];
        Diagnostics(rows == 5 && refused == 1 ? lines[..1] : lines);
        Failed(failed);
        Accept();
        var error =
            await Assert.ThrowsAnyAsync<AepException>(() => _ingestion.ReplayFailedAsync("old", PersonJson.Default.Person, Corrected));
        Assert.Contains(says, error.Message);
        Assert.DoesNotContain(
            _wire.Requests, request => request.Query?.TryGetValue("action", out var action) == true && action.Contains("COMPLETE"));
    }

    private static Person? Corrected(FailedRecord<Person> failed) =>
        failed.Json is { } json && int.TryParse(json.GetProperty("age").GetString(), out int age)
            ? new Person(json.GetProperty("id").GetString()!, age)
            : null;

    private void Old(string status, int rows, int refused, string format = "json") => _wire.On(
        "GET", $"{Catalog}/old",
        $$"""
        {"old":{"status":"{{status}}","metrics":{"inputRecordCount":{{rows}},"failedRecordCount":{{refused}} },
        "relatedObjects":[{"type":"dataSet","id":"d1"}],"inputFormat":{"format":"{{format}}"} } }
        """);

    private void Diagnostics(params string[] lines) => _wire
        .On("GET", $"{Export}/meta", """{"data":[{"name":"errors.json","length":"9"}],"_page":{"count":1}}""", string.Join('\n', lines));

    private void Failed(string content) => _wire.On(
        "GET", $"{Export}/failed", """{"data":[{"name":"_SUCCESS","length":"0"},{"name":"00001.json","length":"9"}],"_page":{"count":2}}""",
            content);

    private void Accept()
    {
        _wire.On("GET", Catalog, "{}", Found("replay-old-1-1-1", "new", "loading"));
        AcceptFiles();
    }

    private void AcceptFiles() => _wire.On("POST", Batches, """{"id":"new"}""").On("POST", $"{Batches}/new", "").On("PUT", File, "")
        .On("GET", $"{Catalog}/new", """{"new":{"status":"success"}}""");

    private static string Found(string externalId, string id, string status) =>
        new JsonObject { [id] = new JsonObject { ["externalId"] = externalId, ["status"] = status } }.ToJsonString();

    internal sealed record Person(string Id, double Age);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Person))]
    internal sealed partial class PersonJson : JsonSerializerContext;
}
