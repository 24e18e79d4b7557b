namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>
/// A temporary credential: an access key that is good only with its session token, for one folder of one bucket, until it expires.
/// </summary>
internal sealed record S3Session(
    string AccessKeyId, string SecretAccessKey, string SessionToken, string Bucket, string Folder, DateTimeOffset Expiry);
