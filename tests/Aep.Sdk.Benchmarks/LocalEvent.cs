using System.Text.Json.Serialization;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Benchmarks;

/// <summary>An event of the same size for the local platform: what is not Adobe's stands below the tenant.</summary>
internal sealed record LocalEvent(
    [property: JsonPropertyName("_id")] string Id, string EventType, DateTimeOffset Timestamp, string ProducedBy,
    [property: JsonPropertyName("_aeplocal"), XdmTenant] LocalEvent.Fields Own)
{
    public static LocalEvent Number(int number)
    {
        BenchmarkEvent one = BenchmarkEvent.Number(number);
        return new LocalEvent(one.Id, one.EventType, one.Timestamp, one.ProducedBy, new Fields(one.User, one.Web, one.Marketing));
    }

    internal sealed record Fields(BenchmarkEvent.Identity User, BenchmarkEvent.Page Web, BenchmarkEvent.Mail Marketing);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LocalEvent))]
internal sealed partial class LocalEventJson : JsonSerializerContext;
