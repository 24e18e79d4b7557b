namespace Aep.Sdk.Core.Paging;

/// <summary><c>_links</c> of a listing.</summary>
internal sealed record PageLinks
{
    public PageLink? Next { get; init; }

    internal sealed record PageLink(string? Href);
}
