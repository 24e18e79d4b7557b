namespace Aep.Sdk.Datasets;

internal sealed record PageLinks
{
    public PageLink? Next { get; init; }

    internal sealed record PageLink(string? Href);
}
