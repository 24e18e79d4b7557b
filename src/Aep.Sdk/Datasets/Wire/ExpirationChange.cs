namespace Aep.Sdk.Datasets;

/// <summary>Body of PUT /ttl/{ID}.</summary>
internal sealed record ExpirationChange(DateTimeOffset Expiry, string DisplayName, string? Description);
