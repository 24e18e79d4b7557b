using System.Globalization;
using System.Xml.Linq;
using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>Objects that are read, written and deleted as a whole.</summary>
internal sealed class S3Objects(BlobStore store)
{
    /// <summary>The headers of the S3 protocol with metadata; Amazon writes their names small.</summary>
    public static MetadataHeaders Metadata { get; } = new("x-amz-meta-", name => name.ToLowerInvariant());

    public async Task ReadAsync(HttpContext context, S3Object target)
    {
        (StoredBlob blob, FileStream content) = store.Open(target.Bucket, target.Container, target.Name) ?? throw S3Errors.NoSuchKey();
        await using FileStream file = content;
        CheckMatch(context.Request, blob);
        HttpResponse response = context.Response;
        response.Headers.ETag = S3Object.Tag(blob);
        response.Headers.LastModified = blob.LastModified.ToString("R", CultureInfo.InvariantCulture);
        if (context.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known && (known == "*" || known == S3Object.Tag(blob)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        BlobRange range = Range(context.Request, blob.Length);
        response.Headers.AcceptRanges = "bytes";
        response.ContentType = "application/octet-stream";
        BlobDetails details = store.DetailsOf(blob);
        Metadata.Write(response, details);
        if (ObjectChecksum.IsAsked(context.Request) && !range.IsPartial)
            (ObjectChecksum.Kept(details) ?? await ObjectChecksum.OfAsync(file, context.RequestAborted)).WriteTo(response);
        await BlobContent.AnswerAsync(context, file, range);
    }

    public async Task PutAsync(HttpContext context, S3Caller caller, S3Object target)
    {
        CheckMatch(context.Request, Find(target));
        (StoredBlob blob, ObjectChecksum checksum) = await WriteAsync(
            context, target, caller.Body, ChecksumAlgorithm.Of(context.Request), Metadata.Of(context.Request));
        context.Response.Headers.ETag = S3Object.Tag(blob);
        checksum.WriteTo(context.Response);
    }

    /// <summary>Makes an object of what another one is.</summary>
    public async Task CopyAsync(HttpContext context, S3CopySource source, S3Object target)
    {
        if (source.Object.Key == target.Key)
            throw S3Errors.InvalidRequest("An object cannot be copied to itself.");
        (StoredBlob blob, FileStream content) = store.Open(source.Object.Bucket, source.Object.Container, source.Object.Name)
            ?? throw S3Errors.NoSuchKey();
        await using FileStream file = content;
        source.CheckConditions(blob);
        BlobDetails details = store.DetailsOf(blob);
        bool replaces = context.Request.Headers["x-amz-metadata-directive"] == "REPLACE";
        (StoredBlob copied, ObjectChecksum checksum) = await WriteAsync(
            context, target, file, ObjectChecksum.Kept(details)?.Algorithm, replaces ? Metadata.Of(context.Request) : details.Metadata);
        await S3Xml.WriteAsync(context, S3Xml.Element("CopyObjectResult",
            S3Xml.Element("LastModified", S3Xml.Time(copied.LastModified)),
            S3Xml.Element("ETag", S3Object.Tag(copied)), checksum.ToXml()));
    }

    public Task Delete(HttpContext context, S3Object target)
    {
        store.Delete(target.Bucket, target.Container, target.Name);
        context.Response.StatusCode = StatusCodes.Status204NoContent; // also when it was not there
        return Task.CompletedTask;
    }

    public async Task DeleteManyAsync(HttpContext context, S3Caller caller)
    {
        XElement root = await S3Xml.ReadAsync(caller.Body, context.RequestAborted);
        S3Object[] targets = [.. root.Elements().Where(item => item.Name.LocalName == "Object")
            .Select(item => S3Object.Of(caller.Session, S3Xml.Child(item, "Key")))];
        foreach (S3Object target in targets)
            store.Delete(target.Bucket, target.Container, target.Name);
        await S3Xml.WriteAsync(context, S3Xml.Element("DeleteResult",
            targets.Select(target => S3Xml.Element("Deleted", S3Xml.Element("Key", target.Key)))));
    }

    private async Task<(StoredBlob Blob, ObjectChecksum Checksum)> WriteAsync(
        HttpContext context, S3Object target, Stream content, ChecksumAlgorithm? algorithm, IReadOnlyDictionary<string, string> metadata)
    {
        algorithm ??= ChecksumAlgorithm.Default;
        using ContentHash hash = algorithm.Begin();
        ObjectChecksum Checksum() => new(algorithm, ChecksumAlgorithm.FullObject, Convert.ToBase64String(hash.Result()));
        StoredBlob blob = await store.WriteAsync(
            target.Bucket, target.Container, target.Name, new HashingStream(content, hash), found => CheckMatch(context.Request, found),
            context.RequestAborted, () => Checksum().DetailsWith(metadata));
        return (blob, Checksum());
    }

    private StoredBlob? Find(S3Object target) => store.Find(target.Bucket, target.Container, target.Name);

    private static BlobRange Range(HttpRequest request, long length)
    {
        string header = request.Headers.Range.ToString();
        if (header.StartsWith("bytes=-", StringComparison.Ordinal)
            && long.TryParse(header["bytes=-".Length..], CultureInfo.InvariantCulture, out long tail) && tail > 0 && length > 0)
            return new BlobRange(Math.Max(0, length - tail), Math.Min(tail, length), true);
        try
        {
            return BlobRange.Of(request, length);
        }
        catch (BlobException)
        {
            throw S3Errors.InvalidRange();
        }
    }

    /// <summary>The conditions of reads and writes.</summary>
    public static void CheckMatch(HttpRequest request, StoredBlob? blob)
    {
        string match = request.Headers.IfMatch.ToString();
        if (match.Length > 0 && (blob is null || (match != "*" && match != S3Object.Tag(blob))))
            throw S3Errors.PreconditionFailed();
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && request.Headers.IfNoneMatch.ToString() == "*"
            && blob is not null)
            throw S3Errors.PreconditionFailed();
    }
}
