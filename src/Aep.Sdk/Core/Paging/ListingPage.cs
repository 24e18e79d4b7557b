using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Core.Paging;

/// <summary>
/// A page of a listing that continues at a value of <c>start</c>, which stands in <c>_page.next</c> or in the link to the next page.
/// </summary>
internal abstract record ListingPage
{
    [JsonPropertyName("_page")]
    public PagePosition? Page { get; init; }

    [JsonPropertyName("_links")]
    public PageLinks? Links { get; init; }

    /// <summary>Where the next page starts; null on the last one, of which some services say that it leads to itself.</summary>
    /// <param name="start">Where this page started, or null for the first.</param>
    public string? NextStart(string? start)
    {
        string? next = Text(Page?.Next) ?? LinkQuery.Value(Links?.Next?.Href, "start");
        return string.IsNullOrEmpty(next) || next == start ? null : next;
    }

    private static string? Text(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String or JsonValueKind.Number } given ? given.ToString() : null;
}
