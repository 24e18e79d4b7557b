using Aep.Sdk.Datasets;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Paging;

/// <summary>
/// Whatever the size of the pages, a listing has each item once and in the same order; one item more or less than a page is nothing
/// special.
/// </summary>
public sealed class PagingTests(ListedPlatform platform) : IClassFixture<ListedPlatform>
{
    public static TheoryData<string> Listings => [.. ListedPlatform.Names];

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task NoItemIsLostOrDoubled(string name)
    {
        Func<int, IAsyncEnumerable<string>> list = platform.Listing(name);
        List<string> whole = await list(100).ToListAsync();
        int least = name.StartsWith("standard", StringComparison.Ordinal) ? 3 : ListedPlatform.Count;
        Assert.True(whole.Count >= least, $"{name} has {whole.Count} items");
        Assert.Equal(whole.Count, whole.Distinct().Count());
        foreach (int size in Enumerable.Range(1,
            ListedPlatform.Count + 2).Append(whole.Count - 1).Append(whole.Count).Append(whole.Count + 1))
            Assert.Equal(whole, await list(size).ToListAsync());
    }

    [Fact]
    public async Task WhatIsListedIsWhatWasMade()
    {
        Assert.Equal(platform.DatasetIds, await platform.Aep.Datasets.ListAsync().Select(dataset => dataset.Id).ToListAsync());
        Assert.Equal(platform.FileBatches.Order(), (await platform.Aep.Datasets.Batches.ListAsync(platform.ShopId)
            .Where(batch => batch.Status == BatchStatus.Success).Select(batch => batch.Id).ToListAsync()).Order());
        List<SchemaSummary> schemas = await platform.Aep.Schemas.ListAsync().ToListAsync();
        Assert.Equal(ListedPlatform.Titles.Order(StringComparer.Ordinal),
            schemas.Select(schema => schema.Title!).Where(ListedPlatform.Titles.Contains));
    }
}
