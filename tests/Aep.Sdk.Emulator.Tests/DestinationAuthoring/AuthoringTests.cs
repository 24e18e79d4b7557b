using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.DestinationAuthoring;

/// <summary>Destination SDK: the parts of a destination, sample profiles, requests to publish.</summary>
public sealed class AuthoringTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Base = "/data/core/activation/authoring";

    private const string Server =
        """
        {
          "name": "Moviestar", "destinationServerType": "URL_BASED",
          "urlBasedDestination": { "url": { "templatingStrategy": "PEBBLE_V1",
           "value": "https://api.moviestar.example/{{customerData.region}}" } },
          "httpTemplate": { "httpMethod": "POST", "requestBody": { "templatingStrategy": "PEBBLE_V1", "value": "{}" },
           "contentType": "application/json" }
        }
        """;

    private const string Template =
        """
        { "metadataTemplate": { "name": "Audiences", "create": { "url": "https://api.moviestar.example/segments", "httpMethod": "POST" } } }
        """;

    private const string Credential =
        """{ "type": "BASIC", "name": "Mine", "basicAuthentication": { "username": "me", "password": "very secret" } }""";

    [Theory]
    [InlineData("destination-servers", Server)]
    [InlineData("audience-templates", Template)]
    [InlineData("credentials", Credential)]
    public async Task A_part_is_created_read_replaced_and_deleted(string kind, string text)
    {
        JsonObject body = JsonCalls.Json(text);
        JsonObject created = await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/{kind}", body);
        string id = (string)created["instanceId"]!;
        Assert.Equal(fixture.Emulator.SandboxName, (string?)created["sandboxName"]);
        JsonObject list = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/{kind}");
        Assert.Contains(list["items"]!.AsArray(), item => (string?)item!["instanceId"] == id);

        body["note"] = "changed";
        JsonObject replaced = await fixture.Client.CallAsync(200, HttpMethod.Put, $"{Base}/{kind}/{id}", body);
        Assert.Equal((string?)created["createdDate"], (string?)replaced["createdDate"]);
        Assert.Equal("changed", (string?)(await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/{kind}/{id}"))["note"]);
        await fixture.Client.CallAsync(200, HttpMethod.Delete, $"{Base}/{kind}/{id}");
        foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Delete })
            Assert.Equal(404, (await fixture.Client.CallAsync(method, $"{Base}/{kind}/{id}")).Status);
        Assert.Equal(404, (await fixture.Client.CallAsync(HttpMethod.Put, $"{Base}/{kind}/{id}", body)).Status);
    }

    [Fact]
    public async Task A_secret_is_not_shown()
    {
        JsonObject created = await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/credentials", JsonCalls.Json(Credential));
        Assert.Equal("me", (string?)created["basicAuthentication"]!["username"]);
        Assert.DoesNotContain("very secret", (await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/credentials")).ToJsonString());
    }

    [Fact]
    public async Task What_a_destination_uses_is_there_as_long_as_the_destination()
    {
        string server = await CreateAsync("destination-servers", Server), template = await CreateAsync("audience-templates", Template);
        JsonObject destination = Destination(server);
        destination["segmentMappingConfig"] = new JsonObject { ["audienceTemplateId"] = template };
        string id = (string)(await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/destinations", destination))["instanceId"]!;
        JsonNode read =
            Assert.Single((await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/destinations/{id}"))["items"]!.AsArray())!;
        Assert.Equal("TEST", (string?)read["status"]);
        AssertRefused(await fixture.Client.CallAsync(HttpMethod.Delete, $"{Base}/destination-servers/{server}"), id);
        AssertRefused(await fixture.Client.CallAsync(HttpMethod.Delete, $"{Base}/audience-templates/{template}"), id);
        await fixture.Client.CallAsync(200, HttpMethod.Delete, $"{Base}/destinations/{id}");
        await fixture.Client.CallAsync(200, HttpMethod.Delete, $"{Base}/destination-servers/{server}");
    }

    [Theory]
    [InlineData("destination-servers", """{ "destinationServerType": "URL_BASED" }""", "name")]
    [InlineData("destination-servers", """{ "name": "x", "destinationServerType": "url_based" }""", "case sensitive")]
    [InlineData("destination-servers", """{ "name": "x", "destinationServerType": "FILE_BASED_S3" }""", "fileBasedS3Destination")]
    [InlineData("destination-servers",
        """{ "name": "x", "destinationServerType": "FILE_BASED_DLZ", "fileBasedDlzDestination": { "path": { "value": "x" } } }""",
            "templatingStrategy")]
    [InlineData("audience-templates", "{}", "metadataTemplate")]
    [InlineData("audience-templates", """{ "metadataTemplate": { "name": "x" } }""", "create")]
    [InlineData("audience-templates",
        """{ "metadataTemplate": { "name": "x", "create": { "url": "https://x", "httpMethod": "FETCH" } } }""", "FETCH")]
    [InlineData("credentials", """{ "name": "x" }""", "basicAuthentication")]
    [InlineData("credentials", """{ "name": "x", "s3Authentication": { "accessId": "x" } }""", "secretKey")]
    [InlineData("destinations", """{ "name": "x" }""", "destinationDelivery")]
    [InlineData("destinations",
        """{ "name": "x", "destinationDelivery": [{ "authenticationRule": "NONE", "destinationServerId": "nowhere" }] }""", "nowhere")]
    [InlineData("destinations/publish", """{ "destinationId": "nowhere", "destinationAccess": "ALL" }""", "nowhere")]
    public async Task What_is_not_complete_is_refused_and_kept_nowhere(string kind, string body, string says)
    {
        AssertRefused(await fixture.Client.CallAsync(HttpMethod.Post, $"{Base}/{kind}", JsonCalls.Json(body)), says);
    }

    [Fact]
    public async Task Sample_profiles_have_what_the_destination_takes()
    {
        string id = await CreateDestinationAsync();
        using HttpResponseMessage response = await fixture.Client.GetAsync($"{Base}/sample-profiles?destinationId={id}&count=3");
        JsonArray profiles = (await response.Content.ReadFromJsonAsync<JsonArray>())!;
        Assert.Equal(3, profiles.Count);
        Assert.All(profiles, profile =>
        {
            Assert.Equal(["Email"], profile!["identityMap"]!.AsObject().Select(space => space.Key));
            Assert.NotNull(profile["attributes"]!["city"]!["value"]);
            Assert.Equal(["realized", "exited"], profile["segmentMembership"]!["ups"]!.AsObject().Select(
                audience => (string?)audience.Value!["status"]));
        });
        Assert.Equal(3, profiles.Select(profile => (string?)profile!["identityMap"]!["Email"]![0]!["id"]).Distinct().Count());
        Assert.Equal(404, (await fixture.Client.CallAsync(HttpMethod.Get, $"{Base}/sample-profiles?destinationId={Guid.Empty}")).Status);
    }

    [Fact]
    public async Task A_destination_is_submitted_once_and_stays_in_review()
    {
        string id = await CreateDestinationAsync();
        var request = new JsonObject { ["destinationId"] = id, ["destinationAccess"] = "ALL" };
        JsonObject submitted = await fixture.Client.CallAsync(201, HttpMethod.Post, $"{Base}/destinations/publish", request);
        JsonArray details = submitted["publishDetailsList"]!.AsArray();
        Assert.Equal(2, details.Count);
        Assert.Equal(("TEST", "DEV"), ((string?)details[0]!["status"], (string?)details[0]!["destinationType"]));
        Assert.Equal(fixture.Emulator.OrgId, (string?)details[0]!["allowedOrgs"]![0]);
        JsonNode detail = details[1]!;
        Assert.Equal("REVIEW", (string?)detail["status"]);
        Assert.Equal("*", (string?)detail["allowedOrgs"]![0]);
        JsonObject read = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/destinations/publish/{id}");
        Assert.True(JsonNode.DeepEquals(submitted, read));
        AssertRefused(await fixture.Client.CallAsync(HttpMethod.Post, $"{Base}/destinations/publish", request), "review");
    }

    private static JsonObject Destination(string server) => JsonCalls.Json(
        $$"""
        {
          "name": "Moviestar", "description": "A destination", "identityNamespaces": { "Email": { "acceptsAttributes": true } },
          "schemaConfig": { "profileFields": [{ "name": "city", "type": "string" }], "profileRequired": true },
          "aggregation": { "aggregationType": "CONFIGURABLE_AGGREGATION" },
          "customerDataFields": [{ "name": "region", "type": "string", "enum": ["US", "EU"] }],
          "destinationDelivery": [{ "authenticationRule": "CUSTOMER_AUTHENTICATION", "destinationServerId": "{{server}}" }]
        }
        """);

    private static void AssertRefused((int Status, JsonObject Body) answer, string says)
    {
        Assert.True(answer.Status == 400, answer.Body.ToJsonString());
        Assert.Contains(says, (string?)answer.Body["message"]);
    }

    private async Task<string> CreateAsync(string kind, string body) =>
        (string)(await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/{kind}", JsonCalls.Json(body)))["instanceId"]!;

    private async Task<string> CreateDestinationAsync() =>
        await CreateAsync("destinations", Destination(await CreateAsync("destination-servers", Server)).ToJsonString());
}
