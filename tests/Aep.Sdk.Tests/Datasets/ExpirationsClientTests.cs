using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Datasets;

public sealed class ExpirationsClientTests : IDisposable
{
    private const string Root = "/data/core/hygiene/ttl";
    private const string Pending =
        """{"ttlId":"SD-1","datasetId":"d1","status":"pending","expiry":"2030-12-31 00:00:00+00:00","displayName":"Old","other":1}""";

    private static readonly DateTimeOffset Time = new(2031, 6, 15, 12, 0, 0, TimeSpan.FromHours(2));

    private readonly Wire _wire = new();
    private readonly ExpirationsClient _expirations;

    public ExpirationsClientTests() => _expirations = new DatasetsClient(_wire.Pipeline).Expirations;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task A_first_date_is_created()
    {
        _wire.On("GET", Root, Page()).On("POST", Root, (201, Pending));
        DatasetExpiration expiration = await _expirations.SetAsync("d1", Time, description: "No longer licensed");
        Assert.Equal(("SD-1", ExpirationStatus.Pending, new DateTimeOffset(2030, 12, 31, 0, 0, 0, TimeSpan.Zero)),
            (expiration.Id, expiration.Status, expiration.Expiry));
        Assert.True(expiration.AdditionalProperties.ContainsKey("other"));
        Wire.IsJson(
            """{"datasetId":"d1","expiry":"2031-06-15T10:00:00+00:00","displayName":"Expiration of d1","description":"No longer licensed"}""", _wire.Single("POST", Root));
        Assert.Equal(("d1", "pending"), (Wire.Query(_wire.Requests[0], "datasetId"), Wire.Query(_wire.Requests[0], "status")));
    }

    [Fact]
    public async Task A_date_that_is_set_is_moved()
    {
        _wire.On("GET", Root, Page(Pending)).On("PUT", $"{Root}/SD-1", Pending);
        await _expirations.SetAsync("d1", Time);
        Wire.IsJson("""{"expiry":"2031-06-15T10:00:00+00:00","displayName":"Old"}""", _wire.Single("PUT", $"{Root}/SD-1"));
    }

    [Fact]
    public async Task Dates_are_listed_read_and_taken_back()
    {
        _wire.On("GET", Root, Page(Pending).Replace("\"total_pages\":1", "\"total_pages\":2", StringComparison.Ordinal), Page(
            Pending.Replace("SD-1", "SD-2", StringComparison.Ordinal)))
            .On("GET", $"{Root}/d1",
                """{"ttlId":"SD-1","status":"cancelled","history":[{"status":"created","expiry":"2030-12-31T00:00:00Z"},{"status":"cancelled"}]}""")
            .On("DELETE", $"{Root}/SD-1", Pending);
        Assert.Equal(["SD-1", "SD-2"], await _expirations.ListAsync().Select(expiration => expiration.Id).ToListAsync());
        Assert.Equal(["0", "1"], _wire.Requests.Select(request => Wire.Query(request, "page")));
        DatasetExpiration read = await _expirations.GetAsync("d1");
        Assert.Equal(["created", "cancelled"], read.History.Select(change => change.Status));
        await _expirations.CancelAsync("SD-1");
        _wire.Single("DELETE", $"{Root}/SD-1");
    }

    private static string Page(params string[] items) =>
        $$"""{"results":[{{string.Join(',', items)}}],"current_page":0,"total_pages":1,"total_count":{{items.Length}}}""";
}
