using System.Text.Json.Nodes;
using Aep.Sdk.Tests.Core.Resilience;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Pipeline;

public sealed class RawRequestTests : IAsyncDisposable
{
    private readonly Wire _wire = new();
    private readonly AepClient _aep;

    public RawRequestTests() => _aep = new AepClient(TestOptions.For(new Uri(_wire.Url)) with { TokenSource = new UserToken() });

    public async ValueTask DisposeAsync()
    {
        await _aep.DisposeAsync();
        _wire.Dispose();
    }

    [Fact]
    public async Task An_operation_that_no_module_has_is_one_line()
    {
        _wire.On("GET", "/data/foundation/new", """{"a":1}""").On("POST", "/data/foundation/new", """{"id":"x"}""");
        JsonObject got = await _aep.GetJsonAsync("/data/foundation/new?limit=2", RawJson.Default.JsonObject);
        Assert.Equal(1, (int)got["a"]!);
        JsonObject made = await _aep.PostJsonAsync(
            "/data/foundation/new", new JsonObject { ["b"] = 2 }, RawJson.Default.JsonObject, RawJson.Default.JsonObject);
        Assert.Equal("x", (string?)made["id"]);
        Wire.IsJson("""{"b":2}""", _wire.Single("POST", "/data/foundation/new"));
        Assert.Equal("2", Wire.Query(_wire.Single("GET", "/data/foundation/new"), "limit"));
        Assert.All(_wire.Requests, request => Assert.Equal(
            ("Bearer token", "client", "org@AdobeOrg", "dev"),
            (Header("Authorization"), Header("x-api-key"), Header("x-gw-ims-org-id"), Header("x-sandbox-name"))));

        string Header(string name) => _wire.Requests[0].Headers![name].Single();
    }

    [Fact]
    public async Task A_refusal_is_an_exception_here_too()
    {
        _wire.On("GET", "/nowhere", (404, """{"title":"Not found","detail":"nothing here"}"""));
        var missing = await Assert.ThrowsAsync<AepNotFoundException>(() => _aep.GetJsonAsync("/nowhere", RawJson.Default.JsonObject));
        Assert.Equal("nothing here", missing.Detail);
        await Assert.ThrowsAsync<AepNotFoundException>(() => _aep.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/nowhere")));
    }

    [Fact]
    public async Task An_answer_that_is_no_json_shows_how_it_begins()
    {
        _wire.On("GET", "/html", "<html>hello");
        var unreadable = await Assert.ThrowsAsync<AepResponseException>(() => _aep.GetJsonAsync("/html", RawJson.Default.JsonObject));
        Assert.Contains("<html>hello", unreadable.Message);
    }

    [Fact]
    public async Task An_answer_is_streamed()
    {
        _wire.On("GET", "/file", new string('x', 1_000_000));
        using HttpResponseMessage response = await _aep.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/file"));
        await using Stream stream = await response.Content.ReadAsStreamAsync();
        Assert.Equal(1_000_000, (await new StreamReader(stream).ReadToEndAsync()).Length);
    }

    [Fact]
    public async Task Json_without_a_type_of_its_own_needs_no_metadata()
    {
        _wire.On("GET", "/data/foundation/new", """{"a":[1,2]}""");
        Assert.Equal(2, (await _aep.GetJsonAsync("/data/foundation/new")).GetProperty("a")[1].GetInt32());
    }

    [Fact]
    public async Task An_answer_in_json_that_breaks_off_is_asked_for_again()
    {
        using var server = new FaultServer(FaultServer.ResetInBody, FaultServer.Respond(200, """{"a":1}"""));
        await using AepClient aep = Client(server);
        Assert.Single(await aep.GetJsonAsync("/x", RawJson.Default.JsonObject));
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task An_answer_in_json_that_cannot_be_read_is_an_error_of_this_library()
    {
        foreach (FaultServer.Answer answer in (FaultServer.Answer[])[
            FaultServer.ResetInBody, FaultServer.Respond(200, "{}", "application/json; charset=klingon"), FaultServer.Respond(200, ""),
            FaultServer.Respond(200, "null"), FaultServer.Respond(200, "[1]"),
            FaultServer.Respond(200, [1, 2, 3], headers: "Content-Encoding: gzip\r\n")])
        {
            using var server = new FaultServer(answer);
            await using AepClient aep = Client(server);
            await Assert.ThrowsAnyAsync<AepException>(() => aep.GetJsonAsync("/x", RawJson.Default.JsonObject));
        }
    }

    [Fact]
    public async Task A_form_with_a_stream_in_it_is_not_sent_twice()
    {
        using var server = new FaultServer(FaultServer.Respond(503, "{}"));
        await using AepClient aep = Client(server);
        using var request = new HttpRequestMessage(HttpMethod.Put, "/form")
        {
            Content = new MultipartFormDataContent { { new StreamContent(new MemoryStream([1, 2, 3])), "file" } },
        };
        Assert.Equal(503, (await Assert.ThrowsAsync<AepRequestException>(() => aep.SendAsync(request))).Status);
        Assert.Equal(1, server.Requests);
    }

    // A gateway of the user's before the platform: modules keep its path, so these do.
    [Fact]
    public async Task The_path_of_the_endpoint_stands_before_that_of_the_request()
    {
        _wire.On("GET", "/gateway/aep/data/new", """{"a":1}""").On("GET", "/gateway/aep/file", "x");
        await using var aep =
            new AepClient(TestOptions.For(new Uri(new Uri(_wire.Url), "/gateway/aep/")) with { TokenSource = new UserToken() });

        await aep.GetJsonAsync("/data/new?limit=2");
        await aep.GetJsonAsync("data/new?limit=2");
        (await aep.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/file"))).Dispose();
        (await aep.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(_wire.Url), "/gateway/aep/file")))).Dispose();

        Assert.Equal(4, _wire.Requests.Count);
        Assert.Equal("2", Wire.Query(_wire.Requests[0], "limit"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_path_that_was_forgotten_is_not_sent(string? path)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _aep.GetJsonAsync(path!));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => _aep.PostJsonAsync(path!, new JsonObject(), RawJson.Default.JsonObject, RawJson.Default.JsonObject));
    }

    [Fact]
    public async Task A_success_without_a_body_says_so()
    {
        _wire.On("POST", "/done", (204, ""));
        var empty = await Assert.ThrowsAsync<AepResponseException>(
            () => _aep.PostJsonAsync("/done", new JsonObject(), RawJson.Default.JsonObject, RawJson.Default.JsonObject));

        Assert.Equal(204, empty.Status);
        Assert.Contains("The body is empty where JsonObject was expected.", empty.Message);
    }

    [Fact]
    public async Task An_answer_can_be_read_without_await()
    {
        _wire.On("GET", "/file", "12345");
        using HttpResponseMessage response = await _aep.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/file"));
        using var reader = new StreamReader(response.Content.ReadAsStream());
        Assert.Equal("12345", reader.ReadToEnd());
    }

    // A request prints its headers: whoever logs it, or what an answer belongs to, must not log the token.
    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task A_request_of_the_caller_holds_no_token_afterwards(int status)
    {
        _wire.On("GET", "/new", (status, "{}"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/new");
        try
        {
            using HttpResponseMessage answer = await _aep.SendAsync(request);
            Assert.Null(answer.RequestMessage!.Headers.Authorization);
        }
        catch (AepNotFoundException)
        {
            // The same counts for a refusal.
        }
        Assert.Equal("Bearer token", _wire.Requests[0].Headers!["Authorization"].Single());
        Assert.DoesNotContain("Bearer", request.ToString());
    }

    private static AepClient Client(FaultServer server) =>
        new(TestOptions.For(server.Url) with { TokenSource = new UserToken(), MaxRetries = 2 });

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("\\\\evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("http://platform.adobe.io/")]
    [InlineData("https://platform.adobe.io.evil.example/")]
    [InlineData("https://evil-adobe.io/")]
    public async Task The_token_goes_to_no_other_host(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        await Assert.ThrowsAsync<ArgumentException>(() => _aep.SendAsync(request));
    }
}
