using System.Globalization;
using System.Text.Json.Serialization;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Flows;

/// <summary>An event with a field of every type.</summary>
internal sealed record WideEvent(
    [property: JsonPropertyName("_id")] string Id, DateTimeOffset Timestamp, string EventType,
    [property: JsonPropertyName("_aeplocal"), XdmTenant] WideFields Fields)
{
    /// <summary>Events whose fields are full, empty and in between, with texts that break what is not quoted.</summary>
    public static IEnumerable<WideEvent> Many(int count) => Enumerable.Range(0, count).Select(i => new WideEvent(
        $"event-{i}",
        new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(i),
        "web.webpagedetails.pageViews",
        i % 5 == 4 ? new WideFields { Text = $"{i}" } : WideFields.Full(i)));
}

internal sealed record WideFields
{
    public string? Text { get; init; }

    public int? Count { get; init; }

    public long? Big { get; init; }

    public short? Small { get; init; }

    public double? Ratio { get; init; }

    public bool? Flag { get; init; }

    public DateOnly? Day { get; init; }

    public DateTimeOffset? Seen { get; init; }

    public Uri? Page { get; init; }

    public WideInner? Inner { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<WideInner>? Items { get; init; }

    public static WideFields Full(int i) => new()
    {
        Text =
            (i % 4) switch { 0 => "ü, \"日本\" 🚀\n'; --", 1 => "", 2 => null, _ => string.Create(CultureInfo.InvariantCulture, $"text {i}") },
        Count = i - 50,
        Big = 9_007_199_254_740_991 - i,
        Small = (short)-i,
        Ratio = i / 7.0,
        Flag = i % 3 == 0 ? null : i % 2 == 0,
        Day = new DateOnly(2026, 2, 28).AddDays(i % 40),
        Seen = new DateTimeOffset(2026, 1, 1, 12, 0, 0, 123, TimeSpan.Zero).AddMinutes(i),
        Page = new Uri("https://example.com/ü?a=1&b=2"),
        Inner = i % 6 == 0 ? null : new WideInner($"word {i}", i % 7 == 0 ? null : i, i % 2 == 0 ? new WideCore(i * 0.5) : null),
        Tags = i % 3 == 0 ? null : [.. Enumerable.Range(0, 1 + (i % 3)).Select(tag => $"tag {tag} é")],
        Items = i % 4 == 0 ? null : [new WideInner("a", null, null), new WideInner(null, i, new WideCore(-1))],
    };
}

internal sealed record WideInner(string? Word, int? Number, WideCore? Core);

internal sealed record WideCore(double? Value);
