using System.Text.Json.Nodes;
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

    [Theory]
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
