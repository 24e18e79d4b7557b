using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Datasets;
using BenchmarkDotNet.Attributes;

namespace Aep.Sdk.Benchmarks;

/// <summary>A listing of 5,000 datasets in pages of 100, beside the same loop written by hand with the same models.</summary>
[MemoryDiagnoser]
public partial class PagedListing
{
    internal const int Items = 5_000;
    private const int PageSize = 100;

    private ServerProcess _platform = null!;
    private HttpClient _bare = null!;
    private AepClient _sdk = null!;

    [GlobalSetup]
    public async Task StartAsync()
    {
        _platform = await LoopbackPlatform.StartAsync();
        _bare = Client.Bare(_platform.Url);
        _sdk = Client.Sdk(_platform.Url);
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _sdk.DisposeAsync();
        _bare.Dispose();
        await _platform.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public async Task<int> BareAsync()
    {
        int count = 0;
        for (int start = 0; ; start += PageSize)
        {
            Dictionary<string, Dataset> page =
                (await _bare.GetFromJsonAsync(
                    $"/data/foundation/catalog/dataSets?limit={PageSize}&start={start}", PageJson.Default.DictionaryStringDataset))!;
            foreach ((string id, Dataset dataset) in page)
                count += (dataset with { Id = id }).Name.Length > 0 ? 1 : 0;
            if (page.Count < PageSize)
                return count;
        }
    }

    [Benchmark]
    public async Task<int> SdkAsync()
    {
        int count = 0;
        await foreach (Dataset dataset in _sdk.Datasets.ListAsync())
            count += dataset.Name.Length > 0 ? 1 : 0;
        return count;
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Dictionary<string, Dataset>))]
    internal sealed partial class PageJson : JsonSerializerContext;
}
