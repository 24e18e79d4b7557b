using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.DataHygiene;

public sealed class ExpirationTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Base = "/data/core/hygiene/ttl";

    [Fact]
    public async Task A_dataset_is_deleted_when_its_time_has_come()
    {
        var clock = new StoppedClock();
        EmulatorFixture stopped = await clock.StartAsync();
        string dataset = await new BatchClient(stopped).CreateDatasetAsync();
        string expiry = clock.Time.GetUtcNow().AddHours(25).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        JsonObject created = await stopped.Client.CallAsync(201, HttpMethod.Post, Base, Request(dataset, expiry));
        Assert.Equal("pending", (string?)created["status"]);
        Assert.StartsWith("SD-", (string?)created["ttlId"]);
        clock.Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal("pending", (string?)(await stopped.Client.CallAsync(200, HttpMethod.Get, $"{Base}/{dataset}"))["status"]);
        // The day of the test's clock is longer than a token lives.
        clock.Time.Advance(TimeSpan.FromHours(3));
        using var anonymous = new HttpClient();
        using HttpResponseMessage answer =
            await stopped.RequestTokenAsync(anonymous, stopped.Emulator.ClientId, stopped.Emulator.ClientSecret);
        string token = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!;
        stopped.Client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", token);
        await Polling.UntilAsync(
            async () => (string?)(await stopped.Client.CallAsync(200, HttpMethod.Get, $"{Base}/{created["ttlId"]}"))["status"],
            status => status == "completed");
        Assert.Equal(404, (await stopped.Client.CallAsync(HttpMethod.Get, $"/data/foundation/catalog/dataSets/{dataset}")).Status);
        await stopped.DisposeAsync();
    }

    [Fact]
    public async Task An_expiration_is_changed_listed_and_cancelled()
    {
        string dataset = await new BatchClient(fixture).CreateDatasetAsync();
        JsonObject created = await fixture.Client.CallAsync(201, HttpMethod.Post, Base, Request(dataset, "2100-12-31"));
        Assert.Equal("2100-12-31 00:00:00+00:00", (string?)created["expiry"]);
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Post, Base, Request(dataset, "2100-12-31"))).Status);
        string path = $"{Base}/{created["ttlId"]}";
        JsonObject changed = await fixture.Client.CallAsync(
            200, HttpMethod.Put, path, new JsonObject { ["expiry"] = "2101-01-01T10:00:00", ["displayName"] = "Later" });
        Assert.Equal("2101-01-01 10:00:00+00:00", (string?)changed["expiry"]);
        JsonObject listed = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}?datasetId={dataset}&status=pending&search=LATER");
        Assert.Equal(1, (int)listed["total_count"]!);
        JsonObject cancelled = await fixture.Client.CallAsync(200, HttpMethod.Delete, $"{Base}/{dataset}");
        Assert.Equal("cancelled", (string?)cancelled["status"]);
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Delete, path)).Status);
        Assert.Equal(404, (await fixture.Client.CallAsync(HttpMethod.Get, $"{Base}/SD-0")).Status);
    }

    [Theory]
    [InlineData("expiry", "tomorrow")]
    [InlineData("expiry", "2020-01-01")]
    [InlineData("datasetId", "0")]
    [InlineData("displayName", "")]
    public async Task A_wrong_expiration_is_refused(string name, string value)
    {
        JsonObject body = Request(await new BatchClient(fixture).CreateDatasetAsync(), "2100-12-31");
        body[name] = value;
        (int status, JsonObject refusal) = await fixture.Client.CallAsync(HttpMethod.Post, Base, body);
        Assert.Equal(400, status);
        Assert.EndsWith("HYGN-3102-400", (string?)refusal["type"]);
    }

    private static JsonObject Request(string dataset, string expiry) => new()
    {
        ["datasetId"] = dataset,
        ["expiry"] = expiry,
        ["displayName"] = "Old events",
        ["description"] = "No longer needed",
    };
}
