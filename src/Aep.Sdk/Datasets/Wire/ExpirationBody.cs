namespace Aep.Sdk.Datasets;

/// <summary>Body of POST /ttl.</summary>
internal sealed record ExpirationBody(string DatasetId, DateTimeOffset Expiry, string DisplayName, string? Description);
