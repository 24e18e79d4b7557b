using Aep.Sdk.Flows;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Flows;

public sealed class FlowUpdateTests : IDisposable
{
    private const string Root = "/data/foundation/flowservice";

    private readonly Wire _wire = new();
    private readonly FlowsClient _flows;

    public FlowUpdateTests() => _flows = new FlowsClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task ALostUpdateIsAConflictWithBothVersions()
    {
        _wire.On("GET", $"{Root}/flows/f1", """{"items":[{"id":"f1","etag":"\"e1\""}]}""", """{"items":[{"id":"f1","etag":"\"e2\""}]}""")
            .On("PATCH", $"{Root}/flows/f1", (412, """{"title":"Precondition Failed"}"""));
        Flow flow = await _flows.GetAsync("f1");

        var conflict =
            await Assert.ThrowsAsync<AepConflictException>(() => _flows.UpdateAsync(flow, [JsonPatchOperation.Replace("/name", "x")]));

        Assert.Equal(("\"e1\"", "\"e2\""), (conflict.ExpectedVersion, conflict.CurrentVersion));
        Assert.Contains("\"e1\"", conflict.Message, StringComparison.Ordinal);
        Assert.Equal(412, conflict.Status);
    }

    [Fact]
    public async Task AConflictIsReportedAlsoWhenTheResourceIsGone()
    {
        _wire.On("GET", $"{Root}/sourceConnections/s1", """{"items":[{"id":"s1","etag":"\"e1\""}]}""", (404, "{}"))
            .On("PATCH", $"{Root}/sourceConnections/s1", (409, "{}"));
        SourceConnection source = await _flows.SourceConnections.GetAsync("s1");

        var conflict = await Assert.ThrowsAsync<AepConflictException>(
            () => _flows.SourceConnections.UpdateAsync(source, [JsonPatchOperation.Remove("/description")]));

        Assert.Equal(("\"e1\"", null), (conflict.ExpectedVersion, conflict.CurrentVersion));
    }

    [Fact]
    public async Task UpdatesOfAllKindsSendTheVersion()
    {
        foreach (string kind in new[] { "connections", "sourceConnections", "targetConnections" })
        {
            _wire.On("GET", $"{Root}/{kind}/x", """{"items":[{"id":"x","etag":"\"e\""}]}""")
                .On("PATCH", $"{Root}/{kind}/x", """{"id":"x","etag":"\"next\""}""");
        }

        JsonPatchOperation[] change = [JsonPatchOperation.Replace("/name", "n")];
        Assert.Equal("\"next\"", await _flows.Connections.UpdateAsync(await _flows.Connections.GetAsync("x"), change));
        Assert.Equal("\"next\"", await _flows.SourceConnections.UpdateAsync(await _flows.SourceConnections.GetAsync("x"), change));
        Assert.Equal("\"next\"", await _flows.TargetConnections.UpdateAsync(await _flows.TargetConnections.GetAsync("x"), change));

        Assert.All(_wire.Requests.Where(request => request.Method == "PATCH"),
            request => Assert.Equal("\"e\"", Assert.Single(request.Headers!["If-Match"])));
    }

    [Fact]
    public async Task WhatHasNoVersionIsNotSent()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _flows.UpdateAsync(new Flow { Id = "f1" }, []));
        Assert.Contains("GetAsync", error.Message, StringComparison.Ordinal);
        Assert.Empty(_wire.Requests);
    }

    [Fact]
    public async Task ARunIsWrittenBackWithItsVersion()
    {
        _wire.On("GET", $"{Root}/runs/r1", """{"items":[{"id":"r1","flowId":"f1","eTag":"\"e1\"","activities":[1]}]}""")
            .On("PUT", $"{Root}/runs/r1", """{"id":"r1"}""");

        await _flows.Runs.UpdateAsync(await _flows.Runs.GetAsync("r1"));

        var sent = _wire.Single("PUT", $"{Root}/runs/r1");
        Assert.Equal("\"e1\"", Assert.Single(sent.Headers!["If-Match"]));
        Assert.Contains("\"activities\":[1]", sent.Body, StringComparison.Ordinal);
    }
}
