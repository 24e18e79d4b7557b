using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Segmentation;

/// <summary>A page of audiences, jobs or schedules. Where the next one starts stands in the page, in a link, or follows from the total.</summary>
internal sealed record SegmentationPage<T>
{
    public IReadOnlyList<T> Children { get => field ?? []; init; }

    [JsonPropertyName("_page")]
    public PageStart? Page { get; init; }

    [JsonPropertyName("_links")]
    public PageLinks? Links { get; init; }

    public AepPage<T> From(string? start)
    {
        if (Children.Count == 0)
            return new AepPage<T>(Children, null);
        string? next = Text(Page?.Next) ?? LinkQuery.Value(Links?.Next?.Href, "start") ?? AfterOffset(start);
        // 0 and the own start lead nowhere: they are how some of the lists say that this was the last page.
        return new AepPage<T>(Children, next is null or "" or "0" || next == start ? null : next);
    }

    private string? AfterOffset(string? start)
    {
        long offset = long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;
        return Page?.TotalCount > offset + Children.Count ? (offset + Children.Count).ToString(CultureInfo.InvariantCulture) : null;
    }

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String or JsonValueKind.Number } given ? given.ToString() : null;

    internal sealed record PageStart
    {
        public JsonElement? Next { get; init; }

        public decimal? TotalCount { get; init; }
    }

    internal sealed record PageLinks
    {
        public PageLink? Next { get; init; }
    }

    internal sealed record PageLink
    {
        public string? Href { get; init; }
    }
}
