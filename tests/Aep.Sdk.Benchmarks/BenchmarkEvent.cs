using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Benchmarks;

/// <summary>An experience event of about 540 bytes of JSON.</summary>
internal sealed record BenchmarkEvent(
    [property: JsonPropertyName("_id")] string Id, string EventType, DateTimeOffset Timestamp, string ProducedBy,
    BenchmarkEvent.Identity User, BenchmarkEvent.Page Web, BenchmarkEvent.Mail Marketing)
{
    public static BenchmarkEvent Number(int number) => new(
        $"event-{number:D32}", "directMarketing.emailOpened", DateTimeOffset.UnixEpoch.AddSeconds(1_700_000_000 + number), "self",
        new Identity($"{number % 977:D38}", "loyaltyAccount", true),
        new Page($"https://shop.example.com/catalog/{number % 313}", "Catalog of the season", "homePage", number % 40),
        new Mail(
            $"campaign-{number % 17:D8}", "Spring offers for members", new DateOnly(2024, 3, 1), "newsletter-with-offers", number * 0.25));

    /// <summary>The events as the lines of a file.</summary>
    public static byte[] Lines(IEnumerable<BenchmarkEvent> events) =>
        [.. events.SelectMany(one => JsonSerializer.SerializeToUtf8Bytes(one, EventJson.Default.BenchmarkEvent).Append((byte)'\n'))];

    internal sealed record Identity(string UserId, string Namespace, bool Primary);

    internal sealed record Page(string Url, string Name, string PageType, int Views);

    internal sealed record Mail(string CampaignId, string CampaignName, DateOnly SentOn, string TemplateName, double Score);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BenchmarkEvent))]
internal sealed partial class EventJson : JsonSerializerContext;
