namespace Aep.Sdk.Segmentation;

/// <summary>What was found of several ids.</summary>
internal sealed record BulkResults<T>
{
    public IReadOnlyDictionary<string, T> Results { get => field ?? new Dictionary<string, T>(); init; }
}
