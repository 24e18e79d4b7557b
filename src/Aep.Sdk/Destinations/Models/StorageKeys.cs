namespace Aep.Sdk.Destinations;

/// <summary>An access key of Amazon S3, or an HMAC key of Google Cloud Storage.</summary>
/// <param name="AccessKeyId">The key's id.</param>
/// <param name="SecretAccessKey">The key.</param>
public sealed record StorageKeys(string AccessKeyId, Secret SecretAccessKey);
