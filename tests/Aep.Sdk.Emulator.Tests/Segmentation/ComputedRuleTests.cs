using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Segmentation;

/// <summary>Rules that ask for the value of a computed attribute.</summary>
public sealed class ComputedRuleTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly SegmentationClient _segments = new(fixture);

    [Fact]
    public async Task A_rule_compares_what_is_computed_of_the_events_of_the_time_that_the_attribute_looks_back_at()
    {
        string dataset = await _segments.Profiles.CreateEventDatasetAsync();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        await IngestAsync(
            dataset, ("many", now.AddDays(-1)), ("many", now.AddDays(-2)), ("once", now.AddDays(-1)), ("once", now.AddDays(-40)));
        await CreateAsync("recentEmails", """, "duration": { "count": 7, "unit": "DAYS" }""");
        await CreateAsync("allEmails", "");
        Assert.Equal(["many"], await MembersAsync("_tenant.ComputedAttributes.recentEmails >= 2"));
        Assert.Equal(["many", "once"], await MembersAsync("_tenant.ComputedAttributes.allEmails >= 2"));
        Assert.Equal(["once"], await MembersAsync("$1._tenant.ComputedAttributes.recentEmails = 1"));
        const string More = "(P) => P._tenant.ComputedAttributes.allEmails > P._tenant.ComputedAttributes.recentEmails";
        Assert.Equal(["once"], await MembersAsync(More));
        JsonObject unknown = _segments.Definition("No", "_tenant.ComputedAttributes.none > 1");
        SegmentationClient.AssertRefused(
            await _segments.SendAsync(HttpMethod.Post, "/segment/definitions", unknown), 400, "ComputedAttributes");
    }

    private Task CreateAsync(string name, string more) =>
        fixture.Client.CallAsync(200, HttpMethod.Post, "/data/core/ca/attributes", JsonCalls.Json($$"""
            { "name": "{{name}}", "displayName": "{{name}}", "status": "NEW", "expression": {
              "type": "PQL", "format": "pql/text", "value": "xEvent[eventType = \"directMarketing.emailSent\"].count()" }{{more}} }
            """));

    private async Task IngestAsync(string dataset, params (string Person, DateTimeOffset Time)[] events)
    {
        var batches = new BatchClient(fixture);
        JsonObject[] rows = [.. events.Select(item =>
        {
            JsonObject row = batches.EmailEvent(Guid.NewGuid().ToString());
            row[_segments.Profiles.Tenant]!["userid"] = item.Person;
            row["timestamp"] = item.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
            return row;
        })];
        JsonObject batch = await batches.IngestAsync(dataset, BatchClient.Lines(rows));
        Assert.True((string?)batch["status"] == "success", batch.ToJsonString());
    }

    private async Task<string[]> MembersAsync(string rule)
    {
        string id = await _segments.CreateAsync(Guid.NewGuid().ToString(), rule);
        await _segments.EvaluateAsync(id);
        var members = new List<string>();
        foreach (string person in new[] { "many", "once" })
        {
            if ((string?)(await _segments.Profiles.GetAsync(person))["segmentMembership"]!["ups"]![id]?["status"] == "realized")
                members.Add(person);
        }
        return [.. members];
    }
}
