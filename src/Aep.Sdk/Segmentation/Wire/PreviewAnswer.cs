namespace Aep.Sdk.Segmentation;

internal sealed class PreviewAnswer
{
    public string? PreviewId { get; init; }

    public string? State { get; init; }
}
