namespace Aep.Sdk.Ingestion;

internal sealed record CreatedBatch
{
    public required string Id { get; init; }
}
