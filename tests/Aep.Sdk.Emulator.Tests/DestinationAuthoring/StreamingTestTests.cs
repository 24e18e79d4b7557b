using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.FlowService;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.DestinationAuthoring;

/// <summary>
/// Tests of an instance of a streaming destination, and the life of what is published: the partner's server is a real one on this machine.
/// </summary>
public sealed class StreamingTestTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Base = "/data/core/activation/authoring";

    private const string People =
        "{% for p in input.profiles %}{{ p.identityMap.Email[0].id }}={{ p.attributes.city.value }};{% endfor %}";

    private const string OnePerson = """{ "aggregationType": "BEST_EFFORT", "bestEffortAggregation": { "maxUsersPerRequest": 1 } }""";

    private readonly FlowClient _flows = new(fixture);

    [Fact]
    public async Task Profiles_are_mapped_and_sent_in_messages_of_the_size_that_the_destination_takes()
    {
        await using PartnerServer partner = await PartnerServer.StartAsync();
        string destination = await CreateDestinationAsync(
            partner, People, """{ "aggregationType": "BEST_EFFORT", "bestEffortAggregation": { "maxUsersPerRequest": 2 } }""");
        string flow = await CreateInstanceAsync(
            await SpecAsync(destination), ("personalEmail.address", "identityMap.Email"), ("homeAddress.city", "city"));

        JsonObject answer = await TestAsync(flow, [Person("ann", "Oslo"), Person("ben", "Bergen"), Person("cid", "Tromsø")]);

        Assert.Equal(["ann=Oslo;ben=Bergen;", "cid=Tromsø;"], partner.Messages.Select(message => message.Body));
        Assert.All(partner.Messages, message =>
        {
            Assert.Equal(("PUT", "/EU/items?key=a%20b", "text/plain"), (message.Method, message.Path, message.ContentType));
            Assert.Equal("EU!", message.Trace);
        });
        JsonArray results = answer["results"]!.AsArray();
        Assert.Equal(2, results.Count);
        JsonNode call = Assert.Single(results[1]!["httpCalls"]!.AsArray())!;
        Assert.Equal("cid=Tromsø;", (string?)call["request"]!["body"]);
        Assert.Equal(new Uri(partner.Address, "/EU/items?key=a%20b"), new Uri((string)call["request"]!["uri"]!));
        Assert.Contains(call["request"]!["headers"]!.AsArray(), header => (string?)header!["Content-Type"] == "text/plain");
        Assert.Equal("200", (string?)call["response"]!["code"]);
        Assert.Equal("""{"number":2}""", (string?)call["response"]!["body"]);
        Assert.Contains(call["response"]!["headers"]!.AsArray(), header => (string?)header!["x-partner"] == "yes");
        Assert.Equal(
            ["ann", "ben", "cid"],
            answer["inputProfiles"]!.AsArray().Select(profile => (string?)profile!["personalEmail"]!["address"]));
    }

    [Fact]
    public async Task Made_up_profiles_are_those_that_the_flow_maps()
    {
        await using PartnerServer partner = await PartnerServer.StartAsync();
        string destination = await CreateDestinationAsync(
            partner, "{{ input.profile.identityMap.Email[0].id }} {{ input.profile.attributes.city.value }}", OnePerson);
        string flow = await CreateInstanceAsync(await SpecAsync(destination), ("identityMap.Email", "Email"), ("homeAddress.city", "city"));
        string address = $"{Base}/sample-profiles?destinationInstanceId={flow}&count=3";
        JsonArray samples = (await fixture.Client.GetFromJsonAsync<JsonArray>(address))!;
        Assert.Equal(3, samples.Count);
        JsonObject answer = await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/testing/destinationInstance/{flow}");
        JsonNode profile = Assert.Single(answer["inputProfiles"]!.AsArray())!;
        Assert.Equal(
            $"{profile["identityMap"]!["Email"]![0]!["id"]} {profile["homeAddress"]!["city"]}", Assert.Single(partner.Messages).Body);
    }

    [Fact]
    public async Task Without_a_mapping_profiles_are_sent_as_they_are_with_the_key_that_they_are_put_together_by()
    {
        await using PartnerServer partner = await PartnerServer.StartAsync();
        string destination = await CreateDestinationAsync(
            partner, "{{ input.aggregationKey.segmentId }} {{ input.profiles[0].attributes.city.value }}",
            """
            { "aggregationType": "CONFIGURABLE_AGGREGATION", "configurableAggregation":
              { "aggregationKey": { "includeSegmentId": true, "includeSegmentStatus": true,
                "includeIdentity": true, "groups": [{ "namespaces": ["Email"] }] } } }
            """);
        string flow = await CreateInstanceAsync(await SpecAsync(destination));
        JsonObject answer = await TestAsync(flow, [JsonCalls.Json(
            """
            { "attributes": { "city": { "value": "Oslo" } }, "identityMap": { "Email": [{ "id": "ann" }] },
              "segmentMembership": { "ups": { "in": { "status": "realized" }, "out": { "status": "exited" } } } }
            """)]);
        Assert.Equal(["in Oslo", "out Oslo"], partner.Messages.Select(message => message.Body));
        JsonNode key = answer["results"]![1]!["aggregationKey"]!;
        Assert.Equal(
            (flow, "out", "exited"),
            ((string?)key["destinationInstanceId"], (string?)key["segmentId"], (string?)key["segmentStatus"]));
        Assert.Equal("Email", (string?)key["identityNamespaces"]![0]![0]);
    }

    [Fact]
    public async Task A_failure_of_the_partner_is_shown_and_the_message_is_not_sent_again()
    {
        await using PartnerServer partner = await PartnerServer.StartAsync();
        partner.Status = 503;
        string flow = await CreateInstanceAsync(await SpecAsync(await CreateDestinationAsync(partner, "x", OnePerson)));
        JsonObject answer = await TestAsync(flow, [Person("ann", "Oslo")]);
        Assert.Equal("503", (string?)answer["results"]![0]!["httpCalls"]![0]!["response"]!["code"]);
        Assert.Single(partner.Messages);

        await partner.DisposeAsync();
        await RefusedAsync(flow, "the destination gave no answer");
    }

    [Theory]
    [InlineData("https://api.moviestar.example/items", "x", "this machine only")]
    [InlineData("items", "x", "'items' is no address")]
    [InlineData("http://localhost:1/", "{{ input | shout }}", "httpTemplate.requestBody.value, line 1")]
    public async Task What_cannot_be_sent_is_refused(string address, string template, string says)
    {
        string server = await CreateAsync("destination-servers", Server(address, template));
        string flow = await CreateInstanceAsync(await SpecAsync(await CreateAsync("destinations", Destination(server, OnePerson))));
        await RefusedAsync(flow, says);
    }

    [Fact]
    public async Task A_field_that_the_customer_must_fill_is_asked_for()
    {
        await using PartnerServer partner = await PartnerServer.StartAsync();
        string spec = await SpecAsync(await CreateDestinationAsync(partner, "x", OnePerson));
        string source = await _flows.CreateAsync("sourceConnections", FlowClient.Connection("Profiles", FlowClient.ProfileStore));
        string target = await _flows.CreateAsync("targetConnections", FlowClient.Connection("Moviestar", spec));
        JsonObject flow = FlowClient.Flow("Empty", spec, source, target);
        await RefusedAsync(await _flows.CreateAsync("flows", flow), "params.region of the target connection");
        Assert.Empty(partner.Messages);
    }

    [Fact]
    public async Task What_is_published_stays_as_it_was_submitted_until_the_next_version_is()
    {
        await using PartnerServer partner = await PartnerServer.StartAsync();
        string server = await CreateAsync("destination-servers", Server(Address(partner), "first"));
        string destination = await CreateAsync("destinations", Destination(server, OnePerson));
        await SubmitAsync(destination);
        Assert.Equal(["TEST", "REVIEW"], await StatusesAsync(destination));
        JsonObject published = await DecideAsync(destination, "PUBLISHED");
        string spec = (string)published["publishedConnectionSpecId"]!;
        string flow = await CreateInstanceAsync(spec), own = await CreateInstanceAsync(await SpecAsync(destination));

        await fixture.Client.CallAsync(200, HttpMethod.Put, $"{Base}/destination-servers/{server}", Server(Address(partner), "second"));
        await TestAsync(flow, [Person("ann", "Oslo")]);
        await TestAsync(own, [Person("ann", "Oslo")]);
        Assert.Equal(["first", "second"], partner.Messages.Select(message => message.Body));

        await SubmitAsync(destination);
        Assert.Equal(["TEST", "PUBLISHED", "REVIEW"], await StatusesAsync(destination));
        await DecideAsync(destination, "APPROVED");
        await DecideAsync(destination, "PUBLISHED");
        Assert.Equal(["TEST", "DEPRECATED", "PUBLISHED"], await StatusesAsync(destination));
        await TestAsync(flow, [Person("ann", "Oslo")]);
        Assert.Equal("second", partner.Messages.Last().Body);

        await DecideAsync(destination, "REVOKED");
        Assert.DoesNotContain(spec, await SpecIdsAsync());
        (int status, JsonObject answer) = await SendDecisionAsync(destination, "PUBLISHED");
        Assert.Equal(400, status);
        Assert.Contains("TEST, DEPRECATED, REVOKED", (string?)answer["message"]);
    }

    [Fact]
    public async Task What_was_denied_can_be_submitted_again()
    {
        await using PartnerServer partner = await PartnerServer.StartAsync();
        string destination = await CreateDestinationAsync(partner, "x", OnePerson);
        await SubmitAsync(destination);
        Assert.Null((await DecideAsync(destination, "DENIED"))["publishedConnectionSpecId"]);
        await SubmitAsync(destination);
        Assert.Equal(["TEST", "DENIED", "REVIEW"], await StatusesAsync(destination));
        Assert.Equal(400, (await SendDecisionAsync(destination, "DEPRECATED")).Status);
        Assert.Equal(404, (await SendDecisionAsync(Guid.Empty.ToString(), "PUBLISHED")).Status);
    }

    private static JsonObject Person(string email, string city) => new()
    {
        ["personalEmail"] = new JsonObject { ["address"] = email },
        ["homeAddress"] = new JsonObject { ["city"] = city },
    };

    private static string Address(PartnerServer partner) => $"{partner.Address}{{{{ customerData.region }}}}/items?key=a b";

    private static JsonObject Server(string address, string body) => new()
    {
        ["name"] = "Moviestar",
        ["destinationServerType"] = "URL_BASED",
        ["urlBasedDestination"] = new JsonObject { ["url"] = Pebble(address) },
        ["httpTemplate"] = new JsonObject
        {
            ["httpMethod"] = "PUT",
            ["requestBody"] = Pebble(body),
            ["contentType"] = "text/plain",
            ["headers"] = new JsonArray(new JsonObject { ["header"] = "x-trace", ["value"] = Pebble("{{ customerData.region }}!") }),
        },
    };

    private static JsonObject Pebble(string value) => new() { ["templatingStrategy"] = "PEBBLE_V1", ["value"] = value };

    private static JsonObject Destination(string server, string aggregation) => new()
    {
        ["name"] = "Moviestar",
        ["identityNamespaces"] = new JsonObject { ["Email"] = new JsonObject() },
        ["customerDataFields"] =
            new JsonArray(new JsonObject { ["name"] = "region", ["type"] = "string", ["isRequired"] = true }),
        ["aggregation"] = JsonNode.Parse(aggregation),
        ["destinationDelivery"] = new JsonArray(new JsonObject { ["authenticationRule"] = "NONE", ["destinationServerId"] = server }),
    };

    private async Task<string> CreateAsync(string kind, JsonObject body) =>
        (string)(await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/{kind}", body))["instanceId"]!;

    private async Task<string> CreateDestinationAsync(PartnerServer partner, string template, string aggregation) => await CreateAsync(
        "destinations", Destination(await CreateAsync("destination-servers", Server(Address(partner), template)), aggregation));

    private async Task<string> SpecAsync(string destination) => (string)(await fixture.Client.CallAsync(
        200, HttpMethod.Get, $"{Base}/destinations/{destination}"))["items"]![0]!["destConfigId"]!;

    private async Task<string[]> SpecIdsAsync() =>
        [.. (await _flows.ListAsync("connectionSpecs?limit=100"))["items"]!.AsArray().Select(spec => (string)spec!["id"]!)];

    private async Task<string> CreateInstanceAsync(string spec, params (string Source, string Target)[] mapping)
    {
        Assert.Contains(spec, await SpecIdsAsync());
        string source = await _flows.CreateAsync("sourceConnections", FlowClient.Connection("Profiles", FlowClient.ProfileStore));
        string target = await _flows.CreateAsync(
            "targetConnections", FlowClient.Connection("Moviestar", spec, new JsonObject { ["region"] = "EU" }));
        JsonObject flow = FlowClient.Flow("Instance", spec, source, target);
        flow.Remove("scheduleParams");
        flow["transformations"] = new JsonArray(new JsonObject
        {
            ["name"] = "GeneralTransform",
            ["params"] = new JsonObject
            {
                ["profileSelectors"] = new JsonObject
                {
                    ["selectors"] = new JsonArray([.. mapping.Select(pair => new JsonObject
                    {
                        ["type"] = "JSON_PATH",
                        ["value"] = new JsonObject
                        {
                            ["path"] = pair.Source,
                            ["mapping"] = new JsonObject { ["source"] = pair.Source, ["destination"] = pair.Target },
                        },
                    })]),
                },
            },
        });
        return await _flows.CreateAsync("flows", flow);
    }

    private Task<JsonObject> TestAsync(string flow, JsonNode[] profiles) => fixture.Client.CallAsync(
        200, HttpMethod.Post, $"{Base}/testing/destinationInstance/{flow}", new JsonObject { ["profiles"] = new JsonArray(profiles) });

    private async Task RefusedAsync(string flow, string says)
    {
        (int status, JsonObject answer) = await fixture.Client.CallAsync(HttpMethod.Post, $"{Base}/testing/destinationInstance/{flow}");
        Assert.Equal(400, status);
        Assert.Contains(says, (string?)answer["message"]);
    }

    private Task<JsonObject> SubmitAsync(string destination) => fixture.Client.CallAsync(
        201, HttpMethod.Post, $"{Base}/destinations/publish",
        new JsonObject { ["destinationId"] = destination, ["destinationAccess"] = "ALL" });

    private async Task<string[]> StatusesAsync(string destination) =>
        [.. (await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/destinations/publish/{destination}"))["publishDetailsList"]!
            .AsArray().Select(detail => (string)detail!["status"]!)];

    private async Task<JsonObject> DecideAsync(string destination, string status)
    {
        (int code, JsonObject answer) = await SendDecisionAsync(destination, status);
        Assert.True(code == 200, answer.ToJsonString());
        return answer;
    }

    private Task<(int Status, JsonObject Body)> SendDecisionAsync(string destination, string status) => fixture.Client.CallAsync(
        HttpMethod.Post, $"/__emulator/destinations/publish/{destination}?sandbox={fixture.Emulator.SandboxName}",
        new JsonObject { ["status"] = status });
}
