using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>A key of a bucket: its first segment is the folder of the landing zone, which is a container of the store.</summary>
internal sealed record S3Object(string Bucket, string Container, string Name)
{
    public string Key => $"{Container}/{Name}";

    /// <exception cref="S3Exception">The key is not in the folder that the session is for.</exception>
    public static S3Object Of(S3Session session, string key)
    {
        string prefix = session.Folder + "/";
        return key.StartsWith(prefix, StringComparison.Ordinal)
            ? new S3Object(session.Bucket, session.Folder, key[prefix.Length..])
            : throw S3Errors.AccessDenied($"The credential is for keys that begin with {prefix}.");
    }

    // Not the MD5 of the content: the dash says so, as for uploads in parts, and no client takes it for one.
    public static string Tag(StoredBlob blob) => $"\"{blob.LastModified.Ticks:x16}{blob.Length:x16}-1\"";
}
