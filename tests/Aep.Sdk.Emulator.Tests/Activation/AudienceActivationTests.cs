using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.FlowService;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Activation;

public sealed class AudienceActivationTests : IAsyncLifetime
{
    private static readonly (string, string)[] Columns = [("userid", "User id"), ("propensity", "Score"), ("city", "City, or place")];
    private EmulatorFixture _fixture = null!;
    private ActivationFlow _activation = null!;
    private LandingZoneClient _landingZone = null!;

    // A platform a test: an audience is made of all profiles of the sandbox.
    public async Task InitializeAsync()
    {
        _fixture = await EmulatorFixture.StartAsync();
        _activation = new ActivationFlow(_fixture);
        _landingZone = new LandingZoneClient(_fixture);
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task The_file_has_a_header_and_a_row_for_each_member()
    {
        await _activation.Segments.CreatePeopleAsync(("a", 0.1, "Basel"), ("b", 0.25, null), ("c,d", 0.9, "say \"Bern\""));
        string likely = await EvaluatedAsync("_tenant.propensity >= 0.2");
        string flow = await _activation.CreateAsync("audiences/today", [likely], Columns);
        JsonNode order = Assert.Single(await _activation.StartAsync(flow, likely))!;
        Assert.Equal(likely, (string?)order["segment"]);
        Assert.Equal(flow, (string?)order["order"]);

        JsonObject run = await _activation.FinishAsync(order);
        Assert.True(FlowClient.Status(run) == "success", run.ToJsonString());
        Assert.Equal(2, (int)run["metrics"]!["recordSummary"]!["outputRecordCount"]!);
        Assert.Equal(
            $"audiences/today/Likely_{likely}.csv", Assert.Single(await _landingZone.ListAsync(LandingZoneClient.Destination, "")));
        string[] lines = await LinesAsync($"audiences/today/Likely_{likely}.csv");
        Assert.Equal("User id,Score,\"City, or place\"", lines[0]);
        Assert.Equal(["\"c,d\",0.9,\"say \\\"Bern\\\"\"", "b,0.25,"], lines[1..].Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Members_are_those_of_the_last_job_with_the_attributes_of_now()
    {
        string dataset = await _activation.Segments.CreatePeopleAsync(("a", 0.5, "Basel"));
        string likely = await EvaluatedAsync("_tenant.propensity >= 0.2");
        await _activation.Segments.AddPeopleAsync(dataset, ("a", 0.5, "Bern"), ("late", 0.9, "Biel"));
        string flow = await _activation.CreateAsync("", [likely], ("userid", "id"), ("city", "city"));
        await FinishedAsync(flow, likely);
        Assert.Equal(["id,city", "a,Bern"], await LinesAsync($"Likely_{likely}.csv"));

        await _activation.Segments.EvaluateAsync(likely);
        await FinishedAsync(flow, likely);
        Assert.Equal(["a,Bern", "id,city", "late,Biel"], (await LinesAsync($"Likely_{likely}.csv")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_audience_without_members_is_a_file_with_a_header_only()
    {
        await _activation.Segments.CreatePeopleAsync(("a", 0.1, null));
        string nobody = await EvaluatedAsync("_tenant.propensity > 1");
        await FinishedAsync(await _activation.CreateAsync("", [nobody], ("userid", "id")), nobody);
        Assert.Equal(["id"], await LinesAsync($"Likely_{nobody}.csv"));
    }

    [Fact]
    public async Task Columns_may_stand_in_the_flow_itself()
    {
        await _activation.Segments.CreatePeopleAsync(("a", 0.5, null));
        string all = await EvaluatedAsync("true");
        var selectors = JsonCalls.Json($$"""
            { "profileSelectors": { "selectors": [{ "type": "JSON_PATH",
             "value": { "path": "{{_activation.Segments.Profiles.Tenant}}.userid" } }] } }
            """);
        await FinishedAsync(await _activation.CreateAsync("", [all], selectors), all);
        Assert.Equal([$"{_activation.Segments.Profiles.Tenant}.userid", "a"], await LinesAsync($"Likely_{all}.csv"));
    }

    [Fact]
    public async Task A_request_that_is_refused_has_started_nothing()
    {
        string known = await EvaluatedAsync("true"), unmapped = await EvaluatedAsync("true");
        string flow = await _activation.CreateAsync("", [known], ("userid", "id"));
        AssertRefused(
            await _activation.SendAsync(ActivationFlow.Order(flow, known, unmapped)), $"Segments {unmapped} are not part of this dataflow");
        AssertRefused(await _activation.SendAsync(ActivationFlow.Order(flow, [.. Enumerable.Repeat(known, 81)])), "80");
        AssertRefused(await _activation.SendAsync(new JsonObject { [flow] = known }), "must be a list");
        Assert.Equal(404, (await _activation.SendAsync(ActivationFlow.Order(Guid.Empty.ToString(), known))).Status);
        Assert.Empty((await _activation.Flows.ListAsync($"runs?property=flowId=={flow}"))["items"]!.AsArray());
    }

    [Fact]
    public async Task An_audience_is_activated_by_one_run_at_a_time()
    {
        var clock = new StoppedClock();
        EmulatorFixture slow = await clock.StartAsync();
        try
        {
            var activation = new ActivationFlow(slow);
            string first =
                await activation.Segments.CreateAsync("First", "true"), second = await activation.Segments.CreateAsync("Second", "true");
            string flow = await activation.CreateAsync("", [first, second], ("userid", "id"));
            await activation.StartAsync(flow, first);
            AssertRefused(await activation.SendAsync(ActivationFlow.Order(flow, second, first)),
                $"Run already going on for audience {first} for order {flow}");
            await activation.StartAsync(flow, second);
            await clock.RunUntilAsync(() => activation.SendAsync(ActivationFlow.Order(flow, first)), answer => answer.Status == 200);
        }
        finally
        {
            await slow.DisposeAsync();
        }
    }

    private static void AssertRefused((int Status, JsonObject Body) answer, string says)
    {
        Assert.True(answer.Status == 400, answer.Body.ToJsonString());
        Assert.Contains(says, (string?)answer.Body["message"]);
    }

    private async Task<string> EvaluatedAsync(string rule)
    {
        string id = await _activation.Segments.CreateAsync("Likely", rule);
        await _activation.Segments.EvaluateAsync(id);
        return id;
    }

    private async Task FinishedAsync(string flow, string segment)
    {
        JsonObject run = await _activation.FinishAsync(Assert.Single(await _activation.StartAsync(flow, segment))!);
        Assert.True(FlowClient.Status(run) == "success", run.ToJsonString());
    }

    private async Task<string[]> LinesAsync(string name)
    {
        string text = Encoding.UTF8.GetString(await _landingZone.ReadAsync(LandingZoneClient.Destination, name));
        Assert.EndsWith("\n", text);
        return text[..^1].Split('\n');
    }
}
