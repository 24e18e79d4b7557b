using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Destinations;
using Aep.Sdk.Flows;
using Aep.Sdk.IntegrationTests.Flows;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Mappings;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Flows, destinations, mappings and landing zones: what people get wrong.</summary>
internal static class MovedDataCases
{
    private const string NoId = "00000000-0000-4000-8000-000000000000";
    private static readonly SpecReference NoSpec = new(NoId);

    public static IReadOnlyList<MovedDataCase> All { get; } =
        [.. Schedules(), .. Paths(), .. Contents(), .. FlowParts(), .. Mapped(), .. Exports()];

    private static IEnumerable<MovedDataCase> Schedules() =>
    [
        MovedDataCase.Refused<ArgumentOutOfRangeException>(
            "a source every 14 minutes", "15", () => FlowSchedule.Source(TimeSpan.FromMinutes(14), DateTimeOffset.UtcNow)),
        MovedDataCase.Refused<ArgumentOutOfRangeException>(
            "a source every 15.5 minutes", "whole", () => FlowSchedule.Source(TimeSpan.FromMinutes(15.5), DateTimeOffset.UtcNow)),
        MovedDataCase.Refused<ArgumentOutOfRangeException>(
            "an export every hour", "every 3", () => FlowSchedule.Export(TimeSpan.FromHours(1), DateTimeOffset.UtcNow)),
        MovedDataCase.Refused<ArgumentOutOfRangeException>(
            "an export every 5 hours", "3, 6, 9, 12 or 24", () => FlowSchedule.Export(TimeSpan.FromHours(5), DateTimeOffset.UtcNow)),
        MovedDataCase.Refused<ArgumentOutOfRangeException>(
            "an audience every 2 hours", "3, 6, 8, 12 or 24", () => AudienceSchedule.Incremental(2, new TimeOnly(6, 0))),
        MovedDataCase.Refused<ArgumentOutOfRangeException>(
            "an ingestion every minute", "00:15:00", () => _ = Ingestion("d") with { Interval = TimeSpan.FromMinutes(1) }),
        MovedDataCase.Refused<ArgumentOutOfRangeException>(
            "blocks of 1 KB", "5242880", () => _ = new LandingZoneOptions { BlockSize = 1024 }),
        MovedDataCase.Refused<ArgumentOutOfRangeException>(
            "no file at a time", "'1'", () => _ = new LandingZoneOptions { MaxParallelFiles = 0 }),
    ];

    private static IEnumerable<MovedDataCase> Paths() =>
    [
        .. new[] { "../x", "a/../../x", "a//b", "a/", "a/./b", "a\\..\\b" }.Select(path =>
            MovedDataCase.Of<ArgumentException>(
                $"the path {path}", "no path of a file", (_, zone) => zone.UploadAsync(path, new MemoryStream([1])))),
        MovedDataCase.Of<ArgumentException>("no path", "empty", (_, zone) => zone.UploadAsync("", new MemoryStream([1]))),
        MovedDataCase.Of<ArgumentException>(
            "a name that tells no format", ".parquet", (_, zone) => zone.WriteAsync("rows.txt", Rows(), FlowJson.Default.Score)),
        MovedDataCase.Of<ArgumentException>(
            "gzip around Parquet", "without .gz", (_, zone) => zone.WriteAsync("rows.parquet.gz", Rows(), FlowJson.Default.Score)),
        MovedDataCase.Of<DirectoryNotFoundException>(
            "a folder of the disk that is missing", "no folder", (_, zone) => zone.UploadFolderAsync("in", "/no/such/folder")),
        MovedDataCase.Of<AepNotFoundException>("a file that is missing", "none.csv", (_, zone) => zone.OpenReadAsync("none.csv")),
        MovedDataCase.Of<AepException>("an export that is missing", "no export of the dataset d1",
            (_, zone) => zone.ReadExportAsync("out", "d1", FlowJson.Default.Score).ToListAsync().AsTask()),
    ];

    private static IEnumerable<MovedDataCase> Contents() =>
    [
        MovedDataCase.File("a ragged row", "ragged.csv", "userId,prediction\na,1\nb\n"u8.ToArray(), "row 2: it has 1 fields"),
        MovedDataCase.File("a row that is too long", "long.csv", "userId,prediction\na,1,2\n"u8.ToArray(), "row 1: it has 3 fields"),
        MovedDataCase.File("another encoding", "latin.csv", Encoding.Latin1.GetBytes("userId,prediction\nü,1\n"), "not UTF-8"),
        MovedDataCase.File("a text for a number", "text.csv", "userId,prediction\na,much\n"u8.ToArray(), "no number"),
        MovedDataCase.File("half a line of JSON", "half.json", "{\"userId\":\"a\",\"prediction\":1}\n{\"userId\":"u8.ToArray(), "row 2"),
        MovedDataCase.File("no Parquet", "no.parquet", "this is no Parquet file"u8.ToArray(), "no Parquet file"),
        MovedDataCase.File("no gzip", "no.csv.gz", "this is no gzip file"u8.ToArray(), "no gzip file"),
        MovedDataCase.File("half a gzip file", "half.json.gz", Half(), "half.json.gz is no gzip file, or not all of one"),
    ];

    private static IEnumerable<MovedDataCase> FlowParts() =>
    [
        MovedDataCase.Of<AepRequestException>("a connection spec that is unknown", NoId,
            (platform, _) => platform.Aep.Flows.Connections.CreateAsync(new ConnectionDefinition("x", NoSpec))),
        MovedDataCase.Of<AepRequestException>("a source of a spec that is unknown", NoId,
            (platform, _) => platform.Aep.Flows.SourceConnections.CreateAsync(new SourceConnectionDefinition("x", NoSpec))),
        MovedDataCase.Of<AepRequestException>("a target of a spec that is unknown", NoId,
            (platform, _) => platform.Aep.Flows.TargetConnections.CreateAsync(new TargetConnectionDefinition("x", NoSpec))),
        MovedDataCase.Of<AepRequestException>("a flow spec that is unknown", NoId, (platform, _) =>
            platform.Aep.Flows.CreateAsync(new FlowDefinition("x", NoSpec) { SourceConnectionIds = [NoId], TargetConnectionIds = [NoId] })),
        MovedDataCase.Of<AepException>(
            "the name of no spec", "no-such-spec", (platform, _) => platform.Aep.Flows.ConnectionSpecs.GetByNameAsync("no-such-spec")),
        MovedDataCase.Of<AepNotFoundException>("the id of no flow", NoId, (platform, _) => platform.Aep.Flows.GetAsync(NoId)),
        MovedDataCase.Of<AepNotFoundException>("the id of no run", NoId, (platform, _) => platform.Aep.Flows.Runs.GetAsync(NoId)),
        MovedDataCase.Of<AepNotFoundException>("deleting no flow", NoId, (platform, _) => platform.Aep.Flows.DeleteAsync(NoId)),
    ];

    private static IEnumerable<MovedDataCase> Mapped() =>
    [
        MovedDataCase.Of<AepRequestException>("a schema that is unknown", "schemas/none", (platform, _) =>
            platform.Aep.Mappings.CreateAsync(
                MappingSetDefinition.ForSchema("https://ns.adobe.com/aeplocal/schemas/none").Map("a").To("b"))),
        MovedDataCase.Of<ArgumentException>("a mapping to nowhere", "empty",
            (platform, _) => platform.Aep.Mappings.CreateAsync(MappingSetDefinition.ForSchema("s").Map("a").To(""))),
        MovedDataCase.Of<ArgumentException>("an ingestion whose mapping has no schema", "ForSchema",
            (platform, _) => platform.Aep.IngestFromLandingZoneAsync(
                Ingestion("d") with
                {
                    Mapping = MappingSetDefinition.ForJsonSchema(new JsonObject { ["type"] = "object" }).Map("a").To("b"),
                })),
    ];

    private static IEnumerable<MovedDataCase> Exports() =>
    [
        MovedDataCase.Of<AepRequestException>("a dataset that is unknown", "6b0000000000000000000000", (platform, _) =>
            platform.Aep.Destinations.ExportDatasetAsync("6b0000000000000000000000", LandingZoneExport.Parquet("out"))),
        MovedDataCase.Refused<ArgumentException>("no path for an export", "empty", () => LandingZoneExport.Parquet("")),
        MovedDataCase.Refused<ArgumentException>(
            "a column with a dot", "no dots", () => LandingZoneActivation.Csv("p", new ActivationField("a", "a.b"))),
        MovedDataCase.Refused<ArgumentException>("a file without columns", "at least one column", () => LandingZoneActivation.Csv("p")),
        MovedDataCase.Refused<ArgumentException>("no reason to override", "reason", () => GovernanceGuard.Default.Override(" ")),
    ];

    private static LandingZoneIngestion Ingestion(string dataset) =>
        new("Bad input", "in/bad", dataset, MappingSetDefinition.ForSchema("s").Map("a").To("b"));

    private static IAsyncEnumerable<Score> Rows() => new[] { new Score("a", 1) }.ToAsyncEnumerable();

    private static byte[] Half()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(
                string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{{\"userId\":\"{Guid.NewGuid()}\",\"prediction\":{i}}}\n"))));
        return packed.ToArray()[..(int)(packed.Length / 2)];
    }
}
