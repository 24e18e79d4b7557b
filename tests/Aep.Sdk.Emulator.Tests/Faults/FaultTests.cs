using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Faults;

public sealed class FaultTests : IAsyncLifetime
{
    private const string Stats = "/data/foundation/schemaregistry/stats";
    private const string Datasets = "/data/foundation/catalog/dataSets";

    private EmulatorFixture _fixture = null!;

    public async Task InitializeAsync()
    {
        _fixture = await EmulatorFixture.StartAsync();
        _fixture.Client.DefaultRequestHeaders.Add("Accept", "application/vnd.adobe.xed+json");
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_status_strikes_as_often_as_it_was_asked_to()
    {
        await AddAsync(
            """
            {"path":"/data/foundation/schemaregistry/*","status":503,"count":2,"headers":{"Retry-After":"7"},"body":{"title":"busy"}}
            """);
        for (int i = 0; i < 2; i++)
        {
            using HttpResponseMessage struck = await _fixture.Client.GetAsync(Stats);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, struck.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(7), struck.Headers.RetryAfter!.Delta);
            Assert.Equal("""{"title":"busy"}""", await struck.Content.ReadAsStringAsync());
        }
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Stats));
        Assert.Equal(2, (int)(await ListAsync()).Single()!["hits"]!);
    }

    [Fact]
    public async Task A_rate_strikes_evenly_and_leaves_other_paths_and_methods_alone()
    {
        await AddAsync($$"""{"path":"{{Stats}}","method":"GET","status":500,"rate":0.25}""");
        var seen = new List<HttpStatusCode>();
        for (int i = 0; i < 8; i++)
            seen.Add(await StatusAsync(Stats));
        Assert.Equal(2, seen.Count(status => status == HttpStatusCode.InternalServerError));
        Assert.Equal(HttpStatusCode.InternalServerError, seen[3]);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Datasets));
    }

    [Fact]
    public async Task A_reset_cuts_the_connection()
    {
        await AddAsync("""{"reset":true,"count":1}""");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _fixture.Client.GetAsync(Stats));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Stats));
    }

    [Fact]
    public async Task A_truncated_answer_breaks_off_after_its_bytes()
    {
        await AddAsync("""{"truncateAfter":10,"count":1}""");
        using HttpResponseMessage response = await _fixture.Client.GetAsync(Stats, HttpCompletionOption.ResponseHeadersRead);
        Stream body = await response.Content.ReadAsStreamAsync();
        var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(received));
        Assert.Equal(10, received.Length);
    }

    [Fact]
    public async Task Tokens_that_expired_are_refused_and_new_ones_are_not()
    {
        await AddAsync("""{"expireTokens":true,"count":1}""");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Stats));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Stats));
        using HttpResponseMessage issued =
            await _fixture.RequestTokenAsync(_fixture.Client, _fixture.Emulator.ClientId, _fixture.Emulator.ClientSecret);
        string token = (string)(await issued.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
        _fixture.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Stats));
    }

    [Fact]
    public async Task Latency_waits_before_the_service_answers()
    {
        await AddAsync("""{"latencyMs":30,"count":1}""");
        long start = TimeProvider.System.GetTimestamp();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Stats));
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(29));
    }

    [Fact]
    public async Task Faults_that_are_taken_away_are_over()
    {
        await AddAsync("""{"status":500}""");
        using HttpResponseMessage cleared = await _fixture.Client.DeleteAsync("/__emulator/faults");
        Assert.Equal(HttpStatusCode.NoContent, cleared.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Stats));
        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData("""{}""", "needs one of")]
    [InlineData("""{"status":200}""", "400 to 599")]
    [InlineData("""{"status":500,"rate":0}""", "rate")]
    [InlineData("""{"status":500,"rate":1.5}""", "rate")]
    [InlineData("""{"status":500,"count":0}""", "count")]
    [InlineData("""{"body":{}}""", "go with a status")]
    [InlineData("""{"latencyMs":-1}""", "latencyMs")]
    [InlineData("""{"truncateAfter":-1}""", "truncateAfter")]
    [InlineData("""{"stauts":500}""", "has no member")]
    [InlineData("""{"status":"500"}""", "wrong type")]
    public async Task A_fault_that_would_do_nothing_is_refused(string fault, string says)
    {
        using HttpResponseMessage response = await PostAsync(fault);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(says, await response.Content.ReadAsStringAsync());
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_test_in_dotnet_adds_and_ends_faults_without_a_request()
    {
        AepEmulatorFault fault = _fixture.Emulator.AddFault(new AepEmulatorFault { Path = "/data/foundation/schemaregistry/*", Status = 503 });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(Stats));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Datasets));
        Assert.Equal(1, fault.Hits);
        _fixture.Emulator.ClearFaults();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Stats));
        Assert.Contains("needs one of", Assert.Throws<ArgumentException>(() => _fixture.Emulator.AddFault(new AepEmulatorFault())).Message);
    }

    private async Task AddAsync(string fault)
    {
        using HttpResponseMessage response = await PostAsync(fault);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(string fault) =>
        _fixture.Client.PostAsync("/__emulator/faults", new StringContent(fault, System.Text.Encoding.UTF8, "application/json"));

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using HttpResponseMessage response = await _fixture.Client.GetAsync(path);
        return response.StatusCode;
    }

    private async Task<JsonArray> ListAsync() => (await _fixture.Client.GetFromJsonAsync<JsonArray>("/__emulator/faults"))!;
}
