using System.Net.Http.Headers;

namespace Aep.Sdk.Ingestion;

/// <summary>A piece of a large file.</summary>
/// <param name="Offset">Where in the file it begins.</param>
/// <param name="Count">Its bytes.</param>
/// <param name="Total">The file's bytes; null while nobody knows.</param>
internal readonly record struct PartPiece(long Offset, long Count, long? Total)
{
    public ContentRangeHeaderValue Range => Total is { } total
        ? new ContentRangeHeaderValue(Offset, Offset + Count - 1, total)
        : new ContentRangeHeaderValue(Offset, Offset + Count - 1);
}
