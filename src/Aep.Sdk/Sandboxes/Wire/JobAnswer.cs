namespace Aep.Sdk.Sandboxes;

internal sealed record JobAnswer
{
    public PackageJobDetails? Object { get; init; }

    public string? Message { get; init; }
}
