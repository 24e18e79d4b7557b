using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Aep.Sdk.Ingestion;

namespace Aep.Sdk.Benchmarks;

/// <summary>What one would write by hand, in files as large and as many at once as the client sends them.</summary>
internal sealed class BareIngestion(HttpClient http, IngestionOptions options) : IDisposable
{
    public long BytesSent => Interlocked.Read(ref _sent);

    private long _sent;

    /// <summary>Sends a block again and again, so many bytes of it in all.</summary>
    public Task<double> SendAsync(byte[] block, long bytes) => ForEachFileAsync(
        (bytes + options.MaxFileBytes - 1) / options.MaxFileBytes,
        file => new BlockContent(block, Math.Min(options.MaxFileBytes, bytes - file * options.MaxFileBytes)));

    /// <summary>Makes the JSON of events, a file's at a time in a buffer, and sends it.</summary>
    public Task<double> SerializeAndSendAsync(BenchmarkEvent[] events, int rows)
    {
        int rowsOfFile = options.MaxFileBytes / (BenchmarkEvent.Lines(events).Length / events.Length + 1);
        return ForEachFileAsync((rows + rowsOfFile - 1) / rowsOfFile, file =>
        {
            int first = (int)file * rowsOfFile;
            return new ReadOnlyMemoryContent(Lines(events, first, Math.Min(rowsOfFile, rows - first)));
        });
    }

    /// <summary>
    /// Makes the JSON of events on all processors, and sends it nowhere: what no client that makes JSON can be faster than.
    /// </summary>
    public static async Task<double> SerializeAsync(BenchmarkEvent[] events, int rows)
    {
        const int RowsOfPiece = 5_000;
        long start = Stopwatch.GetTimestamp();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForAsync(0, (rows + RowsOfPiece - 1) / RowsOfPiece, parallel, (piece, _) =>
        {
            using var json = new Utf8JsonWriter(Stream.Null, new JsonWriterOptions { SkipValidation = true });
            for (int i = piece * RowsOfPiece; i < Math.Min(rows, (piece + 1) * RowsOfPiece); i++)
            {
                json.Reset();
                JsonSerializer.Serialize(json, events[i % events.Length], EventJson.Default.BenchmarkEvent);
                json.Flush();
            }
            return ValueTask.CompletedTask;
        });
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => http.Dispose();

    private ReadOnlyMemory<byte> Lines(BenchmarkEvent[] events, int first, int count)
    {
        var bytes = new ArrayBufferWriter<byte>(options.MaxFileBytes);
        using var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });
        for (int i = first; i < first + count; i++)
        {
            json.Reset();
            JsonSerializer.Serialize(json, events[i % events.Length], EventJson.Default.BenchmarkEvent);
            json.Flush();
            bytes.Write("\n"u8);
        }
        return bytes.WrittenMemory;
    }

    private async Task<double> ForEachFileAsync(long files, Func<long, HttpContent> content)
    {
        long start = Stopwatch.GetTimestamp();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelUploads };
        await Parallel.ForEachAsync(Enumerable.Range(0, (int)files), parallel, async (file, token) =>
        {
            using HttpContent body = content(file);
            Interlocked.Add(ref _sent, body.Headers.ContentLength!.Value);
            using HttpResponseMessage response =
                await http.PutAsync($"/data/foundation/import/batches/bare/datasets/d1/files/{file}.json", body, token);
            response.EnsureSuccessStatusCode();
        });
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
