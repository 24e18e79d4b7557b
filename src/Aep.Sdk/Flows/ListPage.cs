namespace Aep.Sdk.Flows;

/// <summary>One page of a listing.</summary>
internal delegate Task<ItemsPage<T>?> ListPage<T>(
    string[]? property, string? orderby, int? limit, string? continuationToken, CancellationToken cancellationToken);
