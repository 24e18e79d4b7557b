using System.Globalization;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Segmentation;

/// <summary>A page of audiences, jobs or schedules. Where it does not say how it goes on, that follows from the total.</summary>
internal sealed record SegmentationPage<T> : ListingPage
{
    public IReadOnlyList<T> Children { get => field ?? []; init; }

    public AepPage<T> From(string? start)
    {
        if (Children.Count == 0)
            return new AepPage<T>(Children, null);
        string? next = NextStart(start) ?? AfterOffset(start);
        // Some of the lists say 0 on their last page.
        return new AepPage<T>(Children, next == "0" ? null : next);
    }

    private string? AfterOffset(string? start)
    {
        long offset = long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;
        return Page?.TotalCount > offset + Children.Count ? (offset + Children.Count).ToString(CultureInfo.InvariantCulture) : null;
    }
}
