using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using BenchmarkDotNet.Attributes;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// What a call costs beside the same call through a bare HttpClient that reads the same members with a source-generated serializer.
/// </summary>
[MemoryDiagnoser]
public partial class SmallGet
{
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
    public async Task<string> BareAsync() =>
        (await _bare.GetFromJsonAsync("/data/foundation/schemaregistry/stats", StatsJson.Default.Stats))!.TenantId;

    [Benchmark]
    public Task<string> SdkAsync() => _sdk.Schemas.GetTenantIdAsync();

    internal sealed record Stats(string TenantId, string ImsOrg, Dictionary<string, long> Counts);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Stats))]
    internal sealed partial class StatsJson : JsonSerializerContext;
}
