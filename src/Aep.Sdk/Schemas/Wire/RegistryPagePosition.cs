namespace Aep.Sdk.Schemas;

internal sealed record RegistryPagePosition
{
    public string? Next { get; init; }
}
