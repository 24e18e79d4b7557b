using System.Globalization;
using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>The object that a request copies (<c>x-amz-copy-source</c>), and on what conditions.</summary>
internal sealed record S3CopySource(S3Object Object, IHeaderDictionary Headers)
{
    private const string Header = "x-amz-copy-source";

    /// <exception cref="S3Exception">The source is in no place that the session opens, or names a version.</exception>
    public static S3CopySource Of(HttpRequest request, S3Session session)
    {
        string header = request.Headers[Header].ToString();
        // The slash between the two may be escaped, too.
        string[] source = Uri.UnescapeDataString(header).TrimStart('/').Split('/', 2);
        if (source.Length < 2 || header.Contains("?versionId=", StringComparison.Ordinal))
            throw S3Errors.InvalidArgument($"{Header} must name a bucket and a key, without a version.");
        return source[0] == session.Bucket
            ? new S3CopySource(S3Object.Of(session, source[1]), request.Headers)
            : throw S3Errors.AccessDenied("The credential is for another bucket.");
    }

    /// <exception cref="S3Exception">412: the source is not the one that the client means.</exception>
    public void CheckConditions(StoredBlob blob)
    {
        string tag = S3Object.Tag(blob), match = Condition("if-match"), other = Condition("if-none-match");
        bool holds = (match.Length == 0 || match == tag) && other != tag
            && (Time("if-modified-since") is not { } since || blob.LastModified > since)
            && (Time("if-unmodified-since") is not { } before || blob.LastModified <= before.AddSeconds(1));
        if (!holds)
            throw S3Errors.PreconditionFailed();
    }

    private string Condition(string name) => Headers[$"{Header}-{name}"].ToString();

    private DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParse(Condition(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;
}
