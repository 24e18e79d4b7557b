namespace Aep.Sdk.Segmentation;

internal sealed record PreviewPage
{
    public IReadOnlyList<PreviewProfile> Results { get => field ?? []; init; }

    public string? State { get; init; }
}
