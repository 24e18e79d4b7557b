using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Tests.Core.Paging;

public sealed class PageableTests
{
    public static TheoryData<string, int> Ways
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string way in (string[])["token", "offset", "page number"])
            {
                foreach (int items in (int[])[0, 1, 9, 10, 11, 19, 20, 21, 100, 101])
                    data.Add(way, items);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_item_comes_once_and_in_order(string way, int items)
    {
        var service = new SlicingService(items);
        AepPageable<int> listing = service.ListBy(way);
        Assert.Equal(Enumerable.Range(0, items), await listing.ToListAsync());
        Assert.InRange(service.Requests, 1, items / SlicingService.PageSize + 1);
        Assert.Equal(Enumerable.Range(0, items), await listing.ToListAsync()); // each enumeration begins anew
    }

    [Theory]
    [InlineData("token")]
    [InlineData("offset")]
    [InlineData("page number")]
    public async Task A_listing_goes_on_from_a_continuation_token(string way)
    {
        AepPageable<int> listing = new SlicingService(35).ListBy(way);
        AepPage<int> first = await listing.AsPagesAsync().FirstAsync();
        Assert.NotNull(first.ContinuationToken);
        List<int> rest = await listing.AsPagesAsync(first.ContinuationToken).SelectMany(page => page.Items).ToListAsync();
        Assert.Equal(Enumerable.Range(0, 35), first.Items.Concat(rest));
    }

    [Fact]
    public async Task The_size_of_pages_is_the_callers()
    {
        AepPageable<int> listing = new SlicingService(35).ListBy("offset");
        Assert.Equal([7, 7, 7, 7, 7, 0], await listing.AsPagesAsync(pageSize: 7).Select(page => page.Items.Count).ToListAsync());
    }

    [Fact]
    public async Task Pages_are_fetched_when_they_are_needed()
    {
        var service = new SlicingService(100);
        Assert.Equal(Enumerable.Range(0, 10), await service.ListBy("token").Take(10).ToListAsync());
        Assert.Equal(1, service.Requests);
    }

    [Fact]
    public async Task A_page_that_names_itself_as_the_next_ends_with_an_error()
    {
        int requests = 0;
        AepPageable<int> listing = Pageable.ByToken<int>((_, _, _) => Task.FromResult(new AepPage<int>([++requests], "same")));
        var error = await Assert.ThrowsAsync<AepException>(async () => await listing.ToListAsync());
        Assert.Contains("same", error.Message);
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task Pages_that_name_each_other_end_with_an_error()
    {
        AepPageable<int> listing = Pageable.ByToken<int>((token, _, _) => Task.FromResult(new AepPage<int>([1], token == "a" ? "b" : "a")));
        await Assert.ThrowsAsync<AepException>(async () => await listing.ToListAsync());
    }

    [Fact]
    public async Task What_is_added_on_the_way_is_not_given_twice_by_token()
    {
        var service = new SlicingService(25);
        var seen = new List<int>();
        await foreach (int item in service.ListBy("token"))
        {
            seen.Add(item);
            if (item == 5)
                service.Insert(-1); // before everything: offsets shift, tokens do not
        }
        Assert.Equal(Enumerable.Range(0, 25), seen);
    }

    [Fact]
    public async Task A_cancelled_listing_stops()
    {
        using var cancel = new CancellationTokenSource();
        var service = new SlicingService(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int item in service.ListBy("token").WithCancellation(cancel.Token))
            {
                if (item == 15)
                    await cancel.CancelAsync();
            }
        });
        Assert.Equal(2, service.Requests);
    }

    [Theory]
    [InlineData("https://h/p?start=a%20b&limit=5", "start", "a b")]
    [InlineData("/p?limit=5&start=2024-01-01T00%3A00%3A00Z", "start", "2024-01-01T00:00:00Z")]
    [InlineData("/p?start=a+b#x", "start", "a b")]
    [InlineData("/p?start", "start", "")]
    [InlineData("/p?restart=1", "start", null)]
    [InlineData("/p", "start", null)]
    [InlineData(null, "start", null)]
    public void A_link_gives_its_parameter(string? link, string parameter, string? value) =>
        Assert.Equal(value, LinkQuery.Value(link, parameter));

    /// <summary>A service that really slices a list.</summary>
    private sealed class SlicingService(int items)
    {
        public const int PageSize = 10;
        private readonly List<int> _items = [.. Enumerable.Range(0, items)];

        public int Requests { get; private set; }

        public void Insert(int item) => _items.Insert(0, item);

        public AepPageable<int> ListBy(string way) => way switch
        {
            "token" =>
                Pageable.ByToken<int>((token, size, cancellationToken) => Fetch(cancellationToken, () => After(token, size ?? PageSize))),
            "offset" => Pageable.ByOffset<int>(PageSize, (offset, limit, cancellationToken) =>
                Fetch(cancellationToken, () => (IReadOnlyList<int>)[.. _items.Skip(offset).Take(limit)])),
            _ => Pageable.ByPageNumber<int>(1, PageSize, (page, limit, cancellationToken) =>
                Fetch(cancellationToken,
                    () => ((IReadOnlyList<int>)[.. _items.Skip((page - 1) * limit).Take(limit)], (_items.Count + limit - 1) / limit))),
        };

        private AepPage<int> After(string? token, int size)
        {
            int from = token is null ? 0 : _items.IndexOf(int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)) + 1;
            int[] page = [.. _items.Skip(from).Take(size)];
            return new AepPage<int>(page, from + size < _items.Count ? $"{page[^1]}" : null);
        }

        private Task<T> Fetch<T>(CancellationToken cancellationToken, Func<T> page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Requests++;
            return Task.FromResult(page());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(200)]
    [InlineData(350)]
    public async Task A_service_that_gives_fewer_than_were_asked_for_loses_nothing(int items)
    {
        int[] all = [.. Enumerable.Range(0, items)];
        AepPageable<int> listing = Pageable.ByOffset<int>(
            100, (offset, limit, _) => Task.FromResult<IReadOnlyList<int>>([.. all.Skip(offset).Take(Math.Min(limit, 100))]));
        var read = new List<int>();
        await foreach (AepPage<int> page in listing.AsPagesAsync(pageSize: 500))
            read.AddRange(page.Items);
        Assert.Equal(all, read);
    }
}
