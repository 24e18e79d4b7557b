using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Core;
using Aep.Sdk.LandingZones.Transfer;
using Aep.Sdk.Parquet;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>Files with rows: their format by their names, gzip around any of them.</summary>
internal static class RowFiles
{
    // GZipStream makes nothing at all of no content, which is no gzip file.
    private static readonly byte[] EmptyGzip = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0xFF, 0x03, 0, .. new byte[8]];

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
        Stream file, string path, LandingZoneFormat format, CsvDialect dialect, JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<T> rows = IsGzip(path)
            ? UnpackedAsync(file, path, format, dialect, type, cancellationToken)
            : RowsAsync(file, path, format, dialect, type, cancellationToken);
        IAsyncEnumerator<T> reading = rows.GetAsyncEnumerator(cancellationToken);
        await using ConfiguredAsyncDisposable _ = reading.ConfigureAwait(false);
        while (await NextAsync(reading, path).ConfigureAwait(false)) yield return reading.Current;
    }

    /// <summary>Writes rows; returns how many.</summary>
    public static async Task<long> WriteAsync<T>(
        Stream file, string path, LandingZoneFormat format, IAsyncEnumerable<T> rows, JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
    {
        Stream content = IsGzip(path) ? new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true) : file;
        long count = format switch
        {
            LandingZoneFormat.Parquet when IsGzip(path) =>
                throw new ArgumentException("Parquet compresses its columns itself: give the file a name without .gz.", nameof(path)),
            LandingZoneFormat.Parquet => await ParquetFile.WriteAsync(content, rows, type, cancellationToken).ConfigureAwait(false),
            LandingZoneFormat.Json => await JsonRows.WriteAsync(content, rows, type, cancellationToken).ConfigureAwait(false),
            LandingZoneFormat.Csv => await CsvRows.WriteAsync(content, rows, type, cancellationToken).ConfigureAwait(false),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
        };
        if (!ReferenceEquals(content, file)) await content.DisposeAsync().ConfigureAwait(false);
        if (IsGzip(path) && file.Length == 0) await file.WriteAsync(EmptyGzip, cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static async IAsyncEnumerable<T> UnpackedAsync<T>(
        Stream file, string path, LandingZoneFormat format, CsvDialect dialect, JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = new WholeGzip(file);
        await using ConfiguredAsyncDisposable _ = content.ConfigureAwait(false);
        if (format != LandingZoneFormat.Parquet)
        {
            await foreach (T row in RowsAsync(content, path, format, dialect, type, cancellationToken).ConfigureAwait(false))
                yield return row;
            yield break;
        }

        // Parquet is read from its end.
        FileStream local = TemporaryFile.Create();
        await using ConfiguredAsyncDisposable __ = local.ConfigureAwait(false);
        await content.CopyToAsync(local, cancellationToken).ConfigureAwait(false);
        await foreach (T row in RowsAsync(local, path, format, dialect, type, cancellationToken).ConfigureAwait(false)) yield return row;
    }

    private static IAsyncEnumerable<T> RowsAsync<T>(
        Stream content, string path, LandingZoneFormat format, CsvDialect dialect, JsonTypeInfo<T> type,
        CancellationToken cancellationToken) => format switch
        {
            LandingZoneFormat.Parquet => ParquetFile.ReadAsync(content, type, path, cancellationToken: cancellationToken),
            LandingZoneFormat.Json => JsonRows.ReadAsync(content, path, type, cancellationToken),
            _ => CsvRows.ReadAsync(content, path, dialect, type, cancellationToken),
        };

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
}
