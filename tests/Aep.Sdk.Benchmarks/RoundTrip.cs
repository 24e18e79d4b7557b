using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Ingestion;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// Rows into a dataset of the local platform, out to the landing zone and back: the same rows, and how much memory the client takes for it.
/// </summary>
internal static class RoundTrip
{
    private const string Folder = "out/benchmark";

    public static async Task RunAsync(int rows)
    {
        await using LocalPlatform platform = await LocalPlatform.StartAsync();
        await using var aep = new AepClient(platform.Options);
        AppliedSchema applied =
            await aep.Schemas.ApplyAsync(XdmSchema.From(LocalEventJson.Default.LocalEvent, "Benchmark events", XdmClasses.ExperienceEvent));
        Dataset dataset = await aep.Datasets.CreateAsync(new DatasetDefinition("Benchmark events", applied.Schema.Id));
        var clock = Stopwatch.StartNew();
        var sent = new RowSum();
        await aep.Ingestion.IngestAsync(
            dataset.Id, Enumerable.Range(0, rows).Select(LocalEvent.Number).Select(sent.Add)
                .ToAsyncEnumerable(), LocalEventJson.Default.LocalEvent,
            new IngestionOptions { MaxBatchBytes = 64 * 1024 * 1024 });
        Say("ingested", sent.Count, clock);

        DatasetExport export = await aep.Destinations.ExportDatasetAsync(dataset.Id, LandingZoneExport.Parquet(Folder));
        Say($"exported ({export.Bytes / 1e6:0} MB)", export.Rows ?? 0, clock);

        var back = new RowSum();
        using LandingZoneContainer zone = await LandingZoneContainer.OpenAsync(aep, LandingZoneType.Destination);
        await foreach (LocalEvent row in zone.ReadExportAsync(Folder, dataset.Id, LocalEventJson.Default.LocalEvent)) back.Add(row);
        Say("read", back.Count, clock);

        if (sent != back)
            throw new InvalidOperationException($"{sent.Count} rows went in, {back.Count} came back, and they are not the same.");
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(
            $"the same {rows:N0} rows; the client's process: peak memory {self.PeakWorkingSet64 / 1e6:0} MB, processor time {self.TotalProcessorTime.TotalSeconds:0.0} s");
    }

    private static void Say(string what, long rows, Stopwatch clock)
    {
        Console.WriteLine($"{rows:N0} rows {what} after {clock.Elapsed.TotalSeconds:0.0} s");
    }

    /// <summary>What rows there were, in whatever order: their number, and the sum of their hashes.</summary>
    private sealed record RowSum
    {
        public long Count { get; private set; }

        public ulong Sum { get; private set; }

        public LocalEvent Add(LocalEvent row)
        {
            byte[] hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row, LocalEventJson.Default.LocalEvent));
            Sum = unchecked(Sum + BinaryPrimitives.ReadUInt64LittleEndian(hash));
            Count++;
            return row;
        }
    }
}
