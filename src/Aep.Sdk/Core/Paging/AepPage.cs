namespace Aep.Sdk;

/// <summary>A page of a listing.</summary>
/// <param name="Items">The items of the page.</param>
/// <param name="ContinuationToken">Where the next page begins; null on the last page.</param>
public sealed record AepPage<T>(IReadOnlyList<T> Items, string? ContinuationToken);
