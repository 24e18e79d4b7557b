using Aep.Sdk.Flows;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Flows;

/// <summary>Get-or-create of connections when others do the same at the same time, and when an answer is lost.</summary>
public sealed class GetOrCreateTests : IDisposable
{
    private const string Connections = "/data/foundation/flowservice/connections";
    private const string None = """{"items":[]}""";
    private static readonly ConnectionDefinition Mine = new("mine", new SpecReference("spec"));

    private readonly Wire _wire = new();
    private readonly ConnectionsClient _connections;

    public GetOrCreateTests() => _connections = new FlowsClient(_wire.Pipeline).Connections;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Who_created_later_takes_the_older_one_and_removes_his_own()
    {
        _wire.On("GET", Connections, None, Page(("own", 2), ("other", 1))).On("POST", Connections, (201, """{"id":"own"}"""))
            .On("DELETE", $"{Connections}/own", (204, ""));
        Assert.Equal("other", await _connections.GetOrCreateAsync(Mine));
        Assert.Equal(1, _wire.Count("DELETE", $"{Connections}/own"));
    }

    [Fact]
    public async Task Who_created_first_keeps_his_own()
    {
        _wire.On("GET", Connections, None, Page(("other", 2), ("own", 1))).On("POST", Connections, (201, """{"id":"own"}"""));
        Assert.Equal("own", await _connections.GetOrCreateAsync(Mine));
        Assert.DoesNotContain(_wire.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task What_is_not_listed_yet_is_looked_for_once_more()
    {
        _wire.On("GET", Connections, None, Page(("other", 2)), Page(("other", 2), ("own", 1)))
            .On("POST", Connections, (201, """{"id":"own"}"""));
        Assert.Equal("own", await _connections.GetOrCreateAsync(Mine));
        Assert.DoesNotContain(_wire.Requests, request => request.Method == "DELETE");
    }

    [Theory]
    [InlineData(409)]
    [InlineData(503)]
    public async Task A_refusal_or_a_lost_answer_is_followed_by_another_look(int status)
    {
        _wire.On("GET", Connections, None, Page(("made", 1))).On("POST", Connections, (status, "{}"));
        Assert.Equal("made", await _connections.GetOrCreateAsync(Mine));
        Assert.Equal(1, _wire.Count("POST", Connections));
    }

    [Fact]
    public async Task A_refusal_stays_one_when_there_is_none()
    {
        _wire.On("GET", Connections, None).On("POST", Connections, (400, """{"message":"no such specification"}"""));
        Assert.Equal(400, (await Assert.ThrowsAsync<AepRequestException>(() => _connections.GetOrCreateAsync(Mine))).Status);
    }

    [Fact]
    public async Task Of_several_of_one_name_the_oldest_is_found()
    {
        _wire.On("GET", Connections, Page(("young", 2), ("old", 1)));
        Assert.Equal("old", (await _connections.FindByNameAsync("mine"))!.Id);
        Assert.Equal("old", await _connections.GetOrCreateAsync(Mine));
    }

    private static string Page(params (string Id, long Created)[] items) =>
        $$"""{"items":[{{string.Join(',', items.Select(
            one => $$"""{"id":"{{one.Id}}","name":"mine","createdAt":{{one.Created}}}"""))}}]}""";
}
