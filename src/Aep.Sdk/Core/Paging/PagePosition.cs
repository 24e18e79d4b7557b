using System.Text.Json;

namespace Aep.Sdk.Core.Paging;

/// <summary>What <c>_page</c> of a listing says: where the next page starts (a text or a number), and how many items there are.</summary>
internal sealed record PagePosition
{
    public JsonElement? Next { get; init; }

    public decimal? TotalCount { get; init; }
}
