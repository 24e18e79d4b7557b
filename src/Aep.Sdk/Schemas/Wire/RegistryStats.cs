namespace Aep.Sdk.Schemas;

internal sealed record RegistryStats
{
    public required string TenantId { get; init; }
}
