using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.LandingZones.Transfer;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>Files with rows: their format by their names, gzip around any of them.</summary>
internal static class RowFiles
{
    /// <summary>The format that a name stands for; null for other files, such as manifests.</summary>
    public static LandingZoneFormat? FormatOf(string path)
    {
        string name = WithoutGzip(path);
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".parquet" => LandingZoneFormat.Parquet,
            ".json" or ".jsonl" or ".ndjson" when !name.Contains("manifest", StringComparison.OrdinalIgnoreCase) => LandingZoneFormat.Json,
            ".csv" => LandingZoneFormat.Csv,
            _ => null,
        };
    }

    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Stream file, string path, LandingZoneFormat format, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Stream content = Unpacked(file, path);
        await using ConfiguredAsyncDisposable _ = content.ConfigureAwait(false);
        IAsyncEnumerable<T> rows = format switch
        {
            LandingZoneFormat.Parquet => ParquetRows.ReadAsync(await SeekableAsync(content, cancellationToken).ConfigureAwait(false), path, type, cancellationToken),
            LandingZoneFormat.Json => JsonRows.ReadAsync(content, path, type, cancellationToken),
            _ => CsvRows.ReadAsync(content, path, type, cancellationToken),
        };
        IAsyncEnumerator<T> reading = rows.GetAsyncEnumerator(cancellationToken);
        await using ConfiguredAsyncDisposable __ = reading.ConfigureAwait(false);
        while (await NextAsync(reading, path).ConfigureAwait(false)) yield return reading.Current;
    }

    /// <summary>Writes rows; returns how many.</summary>
    public static async Task<long> WriteAsync<T>(
        Stream file, string path, LandingZoneFormat format, IAsyncEnumerable<T> rows, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        Stream content = IsGzip(path) ? new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true) : file;
        long count = format switch
        {
            LandingZoneFormat.Parquet when IsGzip(path) => throw new ArgumentException("Parquet compresses its columns itself: give the file a name without .gz.", nameof(path)),
            LandingZoneFormat.Parquet => await ParquetRows.WriteAsync(content, rows, type, cancellationToken).ConfigureAwait(false),
            LandingZoneFormat.Json => await JsonRows.WriteAsync(content, rows, type, cancellationToken).ConfigureAwait(false),
            LandingZoneFormat.Csv => await CsvRows.WriteAsync(content, rows, type, cancellationToken).ConfigureAwait(false),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
        };
        if (!ReferenceEquals(content, file)) await content.DisposeAsync().ConfigureAwait(false);
        return count;
    }

    private static async ValueTask<bool> NextAsync<T>(IAsyncEnumerator<T> rows, string path)
    {
        try
        {
            return await rows.MoveNextAsync().ConfigureAwait(false);
        }
        catch (InvalidDataException error) when (IsGzip(path))
        {
            throw new AepException($"{path} is no gzip file, or not all of one: {error.Message}", error);
        }
    }

    // Experience Platform names compressed Parquet files .gz.parquet: there the columns are compressed, not the file.
    private static bool IsGzip(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static string WithoutGzip(string path) => IsGzip(path) ? path[..^3] : path;

    private static Stream Unpacked(Stream file, string path) => IsGzip(path) ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;

    // Parquet is read from its end.
    private static async Task<Stream> SeekableAsync(Stream content, CancellationToken cancellationToken)
    {
        if (content.CanSeek) return content;
        FileStream local = LocalFile.Create();
        await content.CopyToAsync(local, cancellationToken).ConfigureAwait(false);
        local.Position = 0;
        return local;
    }
}
