using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.FlowService;
using Aep.Sdk.Emulator.Tests.Segmentation;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.DestinationAuthoring;

/// <summary>Streaming destinations are told of what evaluations change. The partner's server is a real one on this machine.</summary>
public sealed class StreamingRunTests : IAsyncLifetime
{
    private const string Base = "/data/core/activation/authoring";

    private const string Template =
        "{{ input.profile.identityMap.ECID[0].id }} {{ input.profile.attributes.city.value }}"
        + "{% for audience in input.profile.segmentMembership.ups %} {{ audience.value.status }}{% endfor %}";

    private readonly MovableClock _clock = new();
    private EmulatorFixture _fixture = null!;
    private FlowClient _flows = null!;
    private SegmentationClient _segments = null!;
    private PartnerServer _partner = null!;

    public async Task InitializeAsync()
    {
        _partner = await PartnerServer.StartAsync();
        _fixture = await _clock.StartAsync();
        (_flows, _segments) = (new FlowClient(_fixture), new SegmentationClient(_fixture));
    }

    public async Task DisposeAsync()
    {
        await _fixture.DisposeAsync();
        await _partner.DisposeAsync();
    }

    [Fact]
    public async Task A_destination_is_told_of_those_who_come_who_leave_and_whose_values_change()
    {
        string people = await _segments.CreatePeopleAsync(("a", 0.5, "Oslo"), ("b", 0.9, "Bergen"), ("out", 0.1, "Bodø"));
        string likely = await _segments.CreateAsync("Likely", "_tenant.propensity >= 0.4");
        await _segments.EvaluateAsync(likely);
        string flow = await CreateInstanceAsync(likely);
        Assert.Equal(["a Oslo realized", "b Bergen realized"], await ToldAsync(flow, run: 1));

        await _segments.EvaluateAsync(likely);
        Assert.Empty(await ToldAsync(flow, run: 2));

        await _segments.AddPeopleAsync(people, ("b", 0.1, "Bergen"), ("c", 0.8, "Vik"));
        await _segments.EvaluateAsync(likely);
        Assert.Equal(["b Bergen exited", "c Vik realized"], await ToldAsync(flow, run: 3));

        await _segments.AddPeopleAsync(people, ("a", 0.5, "Moss"), ("b", 0.1, "Voss"));
        await _segments.EvaluateAsync(likely);
        Assert.Equal(["a Moss realized"], await ToldAsync(flow, run: 4));
    }

    [Fact]
    public async Task An_audience_that_is_added_to_the_flow_is_told_without_an_evaluation()
    {
        await _segments.CreatePeopleAsync(("a", 0.5, "Oslo"), ("b", 0.1, "Bergen"));
        string likely = await _segments.CreateAsync("Likely", "_tenant.propensity >= 0.4"),
        all = await _segments.CreateAsync("All", "true");
        await _segments.EvaluateAsync(likely, all);
        string flow = await CreateInstanceAsync(likely);
        Assert.Equal(["a Oslo realized"], await ToldAsync(flow, run: 1));

        string etag = (string)(await _flows.GetAsync("flows", flow))["etag"]!;
        var added = new JsonObject
        {
            ["op"] = "add",
            ["path"] = "/transformations/0/params/segmentSelectors/selectors/-",
            ["value"] = Selector(all),
        };
        await _flows.SendAsync(HttpMethod.Patch, $"/flows/{flow}", new JsonArray(added), etag);
        Assert.Equal(["a Oslo realized realized", "b Bergen realized"], await ToldAsync(flow, run: 2));
    }

    [Fact]
    public async Task Whom_the_destination_refused_it_is_told_of_again()
    {
        await _segments.CreatePeopleAsync(("a", 0.5, "Oslo"), ("b", 0.9, "Bergen"));
        string all = await _segments.CreateAsync("All", "true");
        await _segments.EvaluateAsync(all);
        _partner.Status = 503;
        string flow = await CreateInstanceAsync(all);
        JsonObject run = (await RunsAsync(flow, 1))[0]!.AsObject();
        Assert.Equal("failed", FlowClient.Status(run));
        Assert.Contains("answered 503", run["metrics"]!["statusSummary"]!["errors"]![0]!["message"]!.ToString());
        Assert.Equal(2, (int)run["metrics"]!["recordSummary"]!["failedRecordCount"]!);

        _partner.Messages.Clear();
        _partner.Status = 200;
        await _flows.SendAsync(HttpMethod.Post, $"/runs/{run["id"]}/action?op=re-trigger");
        Assert.Equal(["a Oslo realized", "b Bergen realized"], await ToldAsync(flow, run: 2));
    }

    /// <summary>What the partner has got since it was asked last, when a flow has had some runs.</summary>
    private async Task<string[]> ToldAsync(string flow, int run)
    {
        JsonArray runs = await RunsAsync(flow, run);
        Assert.True(FlowClient.Status(runs[^1]!) == "success", runs.ToJsonString());
        string[] told = [.. _partner.Messages.Select(message => message.Body).Order(StringComparer.Ordinal)];
        Assert.Equal(told.Length, (int)runs[^1]!["metrics"]!["recordSummary"]!["outputRecordCount"]!);
        _partner.Messages.Clear();
        return told;
    }

    private Task<JsonArray> RunsAsync(string flow, int count) => _clock.RunUntilAsync(
        async () => (await _flows.ListAsync($"runs?property=flowId=={flow}&orderby=createdAt"))["items"]!.AsArray(),
        runs => runs.Count == count && runs.All(run => FlowClient.Status(run!) != "processing"));

    private async Task<string> CreateInstanceAsync(string segment)
    {
        string server = await CreateAsync("destination-servers", new JsonObject
        {
            ["name"] = "Partner",
            ["destinationServerType"] = "URL_BASED",
            ["urlBasedDestination"] = new JsonObject { ["url"] = Pebble($"{_partner.Address}items") },
            ["httpTemplate"] =
                new JsonObject { ["httpMethod"] = "POST", ["requestBody"] = Pebble(Template), ["contentType"] = "text/plain" },
        });
        string destination = await CreateAsync("destinations", new JsonObject
        {
            ["name"] = "Partner",
            ["identityNamespaces"] = new JsonObject { ["ECID"] = new JsonObject() },
            ["aggregation"] = JsonCalls.Json(
                """{ "aggregationType": "BEST_EFFORT", "bestEffortAggregation": { "maxUsersPerRequest": 1 } }"""),
            ["destinationDelivery"] = new JsonArray(new JsonObject { ["authenticationRule"] = "NONE", ["destinationServerId"] = server }),
        });
        string spec = (string)(await _fixture.Client.CallAsync(
            200, HttpMethod.Get, $"{Base}/destinations/{destination}"))["items"]![0]!["destConfigId"]!;
        string source = await _flows.CreateAsync("sourceConnections", FlowClient.Connection("Profiles", FlowClient.ProfileStore));
        string target = await _flows.CreateAsync("targetConnections", FlowClient.Connection("Partner", spec));
        JsonObject flow = FlowClient.Flow("Instance", spec, source, target);
        flow.Remove("scheduleParams");
        flow["transformations"] = new JsonArray(new JsonObject
        {
            ["name"] = "GeneralTransform",
            ["params"] = new JsonObject
            {
                ["profileSelectors"] = new JsonObject
                {
                    ["selectors"] = new JsonArray(Mapped("identityMap.ECID", "ECID"), Mapped($"{_segments.Profiles.Tenant}.city", "city")),
                },
                ["segmentSelectors"] = new JsonObject { ["selectors"] = new JsonArray(Selector(segment)) },
            },
        });
        return await _flows.CreateAsync("flows", flow);
    }

    private async Task<string> CreateAsync(string kind, JsonObject body) =>
        (string)(await _fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/{kind}", body))["instanceId"]!;

    private static JsonObject Selector(string segment) =>
        new() { ["type"] = "PLATFORM_SEGMENT", ["value"] = new JsonObject { ["id"] = segment } };

    private static JsonObject Mapped(string source, string target) => new()
    {
        ["type"] = "JSON_PATH",
        ["value"] = new JsonObject
        {
            ["path"] = source,
            ["mapping"] = new JsonObject { ["source"] = source, ["destination"] = target },
        },
    };

    private static JsonObject Pebble(string value) => new() { ["templatingStrategy"] = "PEBBLE_V1", ["value"] = value };
}
