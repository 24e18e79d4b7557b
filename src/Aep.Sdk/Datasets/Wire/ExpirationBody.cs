namespace Aep.Sdk.Datasets;

/// <summary>Body of POST /ttl and PUT /ttl/{ID}; the latter without the dataset.</summary>
internal sealed record ExpirationBody(string? DatasetId, DateTimeOffset Expiry, string DisplayName, string? Description);
