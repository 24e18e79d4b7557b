using System.Globalization;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The part of a blob that a request asks for.</summary>
internal readonly record struct BlobRange(long Offset, long Count, bool IsPartial)
{
    /// <summary>Reads <c>x-ms-range</c> or <c>Range</c>: <c>bytes=0-99</c>, <c>bytes=100-</c>.</summary>
    /// <exception cref="BlobException">The range begins behind the end, or ends before it begins.</exception>
    public static BlobRange Of(HttpRequest request, long length) =>
        Of(request.Headers["x-ms-range"].FirstOrDefault() ?? request.Headers.Range.ToString(), length);

    /// <summary>Reads the value of such a header.</summary>
    /// <exception cref="BlobException">The range begins behind the end, or ends before it begins.</exception>
    public static BlobRange Of(string header, long length)
    {
        const string unit = "bytes=";
        if (!header.StartsWith(unit, StringComparison.Ordinal))
            return new BlobRange(0, length, false);
        string[] ends = header[unit.Length..].Split('-');
        if (ends.Length != 2 || !long.TryParse(ends[0], CultureInfo.InvariantCulture, out long first) || first >= length)
            throw BlobErrors.InvalidRange();
        long last = long.TryParse(ends[1], CultureInfo.InvariantCulture, out long given) ? Math.Min(given, length - 1) : length - 1;
        return last >= first ? new BlobRange(first, last - first + 1, true) : throw BlobErrors.InvalidRange();
    }
}
