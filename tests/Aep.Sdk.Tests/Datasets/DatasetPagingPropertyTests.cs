using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Datasets;

/// <summary>
/// Against a catalog that really slices: whatever the number of datasets and the size of the pages, each comes once and in order.
/// </summary>
public sealed class DatasetPagingPropertyTests
{
    [Fact]
    public Task No_dataset_is_lost_or_doubled() => Gen.Select(Gen.Int[0, 350], Gen.Int[1, 250])
        .ForAllAsync(async (count, size) => Assert.True(await ListAsync(count, size)), iter: 150);

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(200)]
    public async Task The_boundary_of_a_page_is_nothing_special(int count)
    {
        Assert.True(await ListAsync(count, 100));
        Assert.True(await ListAsync(count, 1000));
        using var catalog = new Slicing(count);
        Assert.Equal(count, await catalog.Datasets.ListAsync().CountAsync());
    }

    [Fact]
    public async Task A_listing_goes_on_where_it_was()
    {
        using var catalog = new Slicing(25);
        AepPage<Dataset> second = await catalog.Datasets.ListAsync().AsPagesAsync(pageSize: 10).Skip(1).FirstAsync();
        Assert.Equal(["d20", "d21", "d22", "d23", "d24"],
            await catalog.Datasets.ListAsync().AsPagesAsync(second.ContinuationToken,
                10).SelectMany(page => page.Items.ToAsyncEnumerable()).Select(dataset => dataset.Id).ToListAsync());
    }

    private static async Task<bool> ListAsync(int count, int size)
    {
        using var catalog = new Slicing(count);
        List<string> seen =
            await catalog.Datasets.ListAsync().AsPagesAsync(pageSize: size).SelectMany(page => page.Items.ToAsyncEnumerable())
            .Select(dataset => dataset.Id).ToListAsync();
        Assert.Equal(Enumerable.Range(0, count).Select(number => $"d{number}"), seen);
        return true;
    }

    private sealed class Slicing : HttpMessageHandler
    {
        private const int Most = 100;
        private readonly int _count;

        public Slicing(int count)
        {
            _count = count;
            Datasets = new DatasetsClient(
                new AepPipeline(TestOptions.For(new Uri("http://127.0.0.1")) with { MaxRetries = 0 }, new FixedToken(), this));
        }

        public DatasetsClient Datasets { get; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            int start =
                int.Parse(query["start"]!, CultureInfo.InvariantCulture), limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
            Assert.InRange(limit, 1, Most); // more is refused
            var page = new JsonObject(Enumerable.Range(start, Math.Clamp(_count - start, 0, limit))
                .Select(number => KeyValuePair.Create($"d{number}", (JsonNode?)new JsonObject { ["name"] = $"Dataset {number}" })));
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(page.ToJsonString(), null, "application/json") });
        }
    }
}
