using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Sandboxes;

public sealed class SandboxTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Base = "/data/foundation/sandbox-management";

    [Theory]
    [InlineData("/")]
    [InlineData("/sandboxes")]
    public async Task The_sandboxes_are_listed(string path)
    {
        JsonObject listing = await fixture.Client.CallAsync(200, HttpMethod.Get, Base + path);
        JsonArray sandboxes = listing["sandboxes"]!.AsArray();
        Assert.Equal(["dev", "prod"], sandboxes.Select(sandbox => (string?)sandbox!["name"]).Order());
        Assert.Equal(2, (int)listing["_page"]!["count"]!);
        Assert.Equal(2, sandboxes.Select(sandbox => (string?)sandbox!["id"]).Distinct().Count());
    }

    [Theory]
    [InlineData("prod", "production", true)]
    [InlineData("dev", "development", false)]
    public async Task A_sandbox_is_found_by_name(string name, string type, bool isDefault)
    {
        JsonObject sandbox = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/sandboxes/{name}");
        Assert.Equal(name, (string?)sandbox["name"]);
        Assert.Equal("active", (string?)sandbox["state"]);
        Assert.Equal(type, (string?)sandbox["type"]);
        Assert.Equal(isDefault, (bool)sandbox["isDefault"]!);
        Assert.True(Guid.TryParse((string?)sandbox["id"], out _));
    }

    [Fact]
    public async Task An_unknown_sandbox_is_not_found()
    {
        (int status, JsonObject body) = await fixture.Client.CallAsync(HttpMethod.Get, $"{Base}/sandboxes/another");
        Assert.Equal(404, status);
        Assert.Contains("another", body.ToJsonString());
    }

    [Fact]
    public async Task A_user_looks_with_a_token_of_their_own()
    {
        string token = fixture.Client.DefaultRequestHeaders.Authorization!.Parameter!;
        Assert.Equal(200, await StatusAsync(token));
        Assert.Equal(401, await StatusAsync("of.nobody.here"));

        async Task<int> StatusAsync(string userToken)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Base}/");
            request.Headers.Add("x-user-token", userToken);
            using HttpResponseMessage response = await fixture.Client.SendAsync(request);
            return (int)response.StatusCode;
        }
    }

    [Fact]
    public async Task The_sandbox_of_the_options_exists_besides_the_two()
    {
        EmulatorFixture own = await EmulatorFixture.StartAsync(new AepEmulatorOptions { SandboxName = "mine" });
        try
        {
            JsonObject listing = await own.Client.CallAsync(200, HttpMethod.Get, $"{Base}/sandboxes");
            Assert.Equal(["dev", "mine", "prod"], listing["sandboxes"]!.AsArray().Select(sandbox => (string?)sandbox!["name"]).Order());
            Assert.Equal(200, (await own.Client.CallAsync(HttpMethod.Get, "/data/core/ups/segment/definitions")).Status);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("/sandboxes")]
    [InlineData("/sandboxes/prod")]
    public async Task Sandboxes_are_managed_without_naming_one(string path)
    {
        using HttpClient client = fixture.CreateClient("dev");
        client.DefaultRequestHeaders.Remove("x-sandbox-name");
        Assert.Equal(200, (await client.CallAsync(HttpMethod.Get, Base + path)).Status);
    }

    [Theory]
    [InlineData("/data/foundation/flowservice/flows")]
    [InlineData("/data/foundation/conversion/mappingSets/0")]
    [InlineData("/data/foundation/connectors/landingzone/credentials")]
    [InlineData("/data/core/ups/segment/definitions")]
    [InlineData("/data/core/ups/access/entities")]
    public async Task Every_other_service_wants_the_name_of_a_sandbox(string path)
    {
        using HttpClient client = fixture.CreateClient("dev");
        client.DefaultRequestHeaders.Remove("x-sandbox-name");
        (int status, JsonObject body) = await client.CallAsync(HttpMethod.Get, path);
        Assert.Equal(400, status);
        Assert.Equal("400003", (string?)body["error_code"]);
        Assert.Contains("x-sandbox-name", body.ToJsonString());
    }

    [Fact]
    public async Task A_sandbox_is_made_emptied_and_deleted()
    {
        EmulatorFixture own = await EmulatorFixture.StartAsync();
        try
        {
            JsonObject trial = JsonCalls.Json("""{ "name": "trial", "title": "Trial", "type": "development" }""");
            JsonObject made = await own.Client.CallAsync(202, HttpMethod.Post, $"{Base}/sandboxes", trial);
            Assert.Equal("creating", (string?)made["state"]);
            await UntilActiveAsync(own, "trial");
            using HttpClient inside = own.CreateClient("trial");
            var segments = JsonCalls.Json("""
                { "name": "x", "schema": { "name": "_xdm.context.profile" },
                  "expression": { "type": "PQL", "format": "pql/text", "value": "true" } }
                """);
            await inside.CallAsync(200, HttpMethod.Post, "/data/core/ups/segment/definitions", segments);
            JsonObject reset = JsonCalls.Json("""{ "action": "reset" }""");
            JsonObject resetting = await own.Client.CallAsync(202, HttpMethod.Put, $"{Base}/sandboxes/trial", reset);
            Assert.Equal("resetting", (string?)resetting["state"]);
            await UntilActiveAsync(own, "trial");
            Assert.Empty((await inside.CallAsync(200, HttpMethod.Get, "/data/core/ups/segment/definitions"))["segments"]!.AsArray());
            await own.Client.CallAsync(202, HttpMethod.Delete, $"{Base}/sandboxes/trial");
            await Polling.UntilAsync(() => own.Client.CallAsync(HttpMethod.Get, $"{Base}/sandboxes/trial"), answer => answer.Status == 404);
            Assert.Equal(400, (await own.Client.CallAsync(HttpMethod.Delete, $"{Base}/sandboxes/prod")).Status);
            JsonObject taken = JsonCalls.Json("""{ "name": "dev", "type": "development" }""");
            Assert.Equal(409, (await own.Client.CallAsync(HttpMethod.Post, $"{Base}/sandboxes", taken)).Status);
            JsonObject spaced = JsonCalls.Json("""{ "name": "No Good", "type": "development" }""");
            Assert.Equal(400, (await own.Client.CallAsync(HttpMethod.Post, $"{Base}/sandboxes", spaced)).Status);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private static Task<JsonObject> UntilActiveAsync(EmulatorFixture own, string name) => Polling.UntilAsync(
        () => own.Client.CallAsync(200, HttpMethod.Get, $"{Base}/sandboxes/{name}"), body => (string?)body["state"] == "active");
}
