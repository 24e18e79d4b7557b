using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Segmentation;

public sealed class EstimateTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly SegmentationClient _segments = new(fixture);

    [Fact]
    public async Task An_estimate_becomes_ready_with_the_number_of_profiles()
    {
        await _segments.CreatePeopleAsync(("a", 0.1, null), ("b", 0.2, null), ("c", 0.9, null));
        (int status, JsonObject preview) = await _segments.SendAsync(HttpMethod.Post, "/preview", Body("_tenant.propensity >= 0.2"));
        Assert.True(status == 201, preview.ToJsonString());
        Assert.Equal("NEW", (string?)preview["state"]);

        string id = (string)preview["previewId"]!;
        JsonObject estimate = await Polling.UntilAsync(
            async () => (await _segments.SendAsync(HttpMethod.Get, $"/estimate/{id}")).Body, body => (string?)body["state"] != "RUNNING");
        Assert.Equal("RESULT_READY", (string?)estimate["state"]);
        Assert.Equal(2, (int)estimate["estimatedSize"]!);
        Assert.Equal(3, (int)estimate["totalRows"]!);

        Assert.Equal(200, (await _segments.SendAsync(HttpMethod.Delete, $"/preview/{id}")).Status);
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Get, $"/estimate/{id}"), 404, id);
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Delete, $"/preview/{id}"), 404, id);
    }

    [Theory]
    [InlineData("1 >", "PQL")]
    [InlineData("not.there = 1", "not.there")]
    public async Task A_rule_that_is_not_valid_is_refused(string rule, string says) =>
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Post, "/preview", Body(rule)), 400, says);

    [Fact]
    public async Task A_preview_without_a_rule_is_refused() =>
        SegmentationClient.AssertRefused(
            await _segments.SendAsync(HttpMethod.Post, "/preview", new JsonObject()), 400, "predicateExpression");

    private JsonObject Body(string rule) => new()
    {
        ["predicateExpression"] = _segments.Rule(rule),
        ["predicateType"] = "pql/text",
        ["predicateModel"] = "_xdm.context.profile",
    };
}
