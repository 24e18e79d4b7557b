using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
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
/// The client is a process of its own, once as .NET runs it on this machine, whose collector lets lie the more the larger the processor's
/// cache is, and once with the bound that .NET sets itself where a container has 300 MB.
/// </summary>
internal static class RoundTrip
{
    public const string ClientCommand = "roundtrip-client";
    private const string Folder = "out/benchmark";
    private const int ContainerBytes = 300_000_000;

    public static async Task RunAsync(int rows)
    {
        foreach ((string bound, string? heap) in (IEnumerable<(string, string?)>)
            [("as it is", null), ("as in a container of 300 MB", $"0x{ContainerBytes / 4 * 3:X}")])
        {
            Console.WriteLine($"-- the client {bound}");
            await using LocalPlatform platform = await LocalPlatform.StartAsync();
            var start = new ProcessStartInfo(
                "dotnet", [typeof(RoundTrip).Assembly.Location, ClientCommand, rows.ToString(CultureInfo.InvariantCulture)]);
            foreach ((string name, string value) in platform.Environment)
                start.Environment[name] = value;
            if (heap is not null)
                start.Environment["DOTNET_GCHeapHardLimit"] = heap;
            using Process client = Process.Start(start)!;
            await client.WaitForExitAsync();
            if (client.ExitCode != 0)
                throw new InvalidOperationException("The client failed: there are no figures.");
        }
    }

    /// <summary>What the client's process does, on the platform of the environment variables <c>AEP_…</c>.</summary>
    public static async Task RunClientAsync(string rowCount)
    {
        int rows = int.Parse(rowCount, CultureInfo.InvariantCulture);
        await using var aep = AepClient.FromEnvironment();
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
