using System.Net.Http.Headers;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>The bytes of a file that a part holds, both ends included.</summary>
internal sealed record ContentRange(long Start, long End)
{
    public long Length => End - Start + 1;

    /// <summary>Reads <c>bytes 0-1023/4096</c>; the guide's form without the total length is taken, too.</summary>
    public static ContentRange From(HttpRequest request)
    {
        string text = request.Headers.ContentRange.ToString();
        string full = text.Contains('/', StringComparison.Ordinal) ? text : text + "/*";
        return ContentRangeHeaderValue.TryParse(full, out ContentRangeHeaderValue? range)
            && range is { Unit: "bytes", From: { } from, To: { } to }
            ? new ContentRange(from, to)
            : throw IngestionErrors.Invalid(
                $"Content-Range must say which bytes the part holds, as in 'bytes 0-1023/4096'; it is '{text}'.");
    }
}
