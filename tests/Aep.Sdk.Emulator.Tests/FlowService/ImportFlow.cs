using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.DataPrep;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>A flow that takes scores from a folder of the drop zone into a dataset, as week 4 of the notebooks makes it.</summary>
internal sealed class ImportFlow(EmulatorFixture fixture)
{
    private readonly LandingZoneClient _landingZone = new(fixture);

    public FlowClient Flows { get; } = new(fixture);

    public BatchClient Batches { get; } = new(fixture);

    public string Id { get; private set; } = "";

    public string DatasetId { get; private set; } = "";

    public string Folder { get; private init; } = $"import-{Guid.NewGuid():N}";

    /// <summary>The same flow after a restart.</summary>
    public ImportFlow On(EmulatorFixture restarted) => new(restarted) { Id = Id, DatasetId = DatasetId, Folder = Folder };

    public static async Task<ImportFlow> CreateAsync(EmulatorFixture fixture, long startTime = 0)
    {
        var import = new ImportFlow(fixture);
        await import.CreateAsync(new ImportSettings { StartTime = startTime });
        return import;
    }

    public static async Task<ImportFlow> CreateAsync(EmulatorFixture fixture, ImportSettings settings)
    {
        var import = new ImportFlow(fixture);
        await import.CreateAsync(settings);
        return import;
    }

    public Task DropAsync(string file, BinaryData content) => _landingZone.DropAsync($"{Folder}/{file}", content);

    public Task DropAsync(string file, string text) => _landingZone.DropAsync($"{Folder}/{file}", text);

    public Task<JsonObject[]> FinishRunsAsync(int count) => Flows.FinishRunsAsync(Id, count);

    /// <summary>User id and score of all rows, in the order of the user ids.</summary>
    public async Task<(string? User, double? Score)[]> RowsAsync() =>
        [.. (await ValuesAsync("userid", "propensity")).Select(row => ((string?)row[0], (double?)row[1]))];

    /// <summary>Chosen fields of all rows, in the order of the first.</summary>
    public async Task<List<object?[]>> ValuesAsync(params string[] fields)
    {
        string table = (string)(await Batches.Catalog.GetDatasetAsync(DatasetId))["tags"]!["adobe/pqs/table"]![0]!;
        string tenant = "_" + Batches.Registry.Tenant;
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        return await connection.RowsAsync(
            $"SELECT {string.Join(", ", fields.Select(field => $"{tenant}.{field}"))} FROM {table} ORDER BY 1");
    }

    private async Task CreateAsync(ImportSettings settings)
    {
        JsonObject fields = RegistryClient.TextField("userid");
        fields["propensity"] = new JsonObject { ["type"] = "number", ["title"] = "Propensity" };
        foreach ((string name, JsonNode? field) in JsonCalls.Json(settings.ExtraFields))
            fields[name] = field?.DeepClone();
        string schema = (string)(await Batches.Registry.CreateProfileSchemaAsync(fields))["$id"]!;
        DatasetId = await Batches.Catalog.CreateDatasetAsync("Scores", schema);
        string tenant = "_" + Batches.Registry.Tenant;
        JsonObject set = MappingSetClient.Set(
            MappingSetClient.Schema(schema),
                [("userId", $"{tenant}.userid"), (settings.Score, $"{tenant}.propensity"),
                    .. settings.ExtraMappings.Select(mapping => (mapping.Source, $"{tenant}.{mapping.Field}"))]);
        set["mappings"]![1]!["sourceType"] = settings.ScoreType;
        string mapping =
            (string)(await fixture.Client.CallAsync(200, HttpMethod.Post, $"{MappingSetClient.Base}?validate=true", set))["id"]!;

        var folder = new JsonObject
        {
            ["path"] = $"dlz-user-container/{Folder}{settings.File}",
            ["type"] = settings.File.Length == 0 || settings.File.Contains('*') ? "folder" : "file"
        };
        folder["recursive"] = settings.Recursive;
        JsonObject dropZone = FlowClient.Connection("Drop zone", FlowClient.LandingZoneSource, folder);
        dropZone["data"] = JsonNode.Parse(settings.Data);
        string source = await Flows.CreateAsync("sourceConnections", dropZone);
        var dataset = new JsonObject { ["dataSetId"] = DatasetId };
        string target = await Flows.CreateAsync("targetConnections", FlowClient.Connection("Lake", FlowClient.DataLake, dataset));
        JsonObject flow = FlowClient.Flow("Import", FlowClient.CloudStorageToPlatform, source, target);
        flow["transformations"] = new JsonArray(
            new JsonObject { ["name"] = "Mapping", ["params"] = new JsonObject { ["mappingId"] = mapping, ["mappingVersion"] = 0 } });
        // The notebooks send the start as text.
        flow["scheduleParams"] = new JsonObject { ["startTime"] = $"{settings.StartTime}", ["frequency"] = "minute", ["interval"] = "15" };
        if (settings.Once)
            flow["scheduleParams"] = new JsonObject { ["startTime"] = settings.StartTime, ["frequency"] = "once" };
        if (settings.Backfill is { } backfill)
            flow["scheduleParams"]!["backfill"] = backfill;
        if (settings.Percent is { } percent)
            flow["options"] = new JsonObject { ["partialIngestionPercent"] = percent };
        Id = await Flows.CreateAsync("flows", flow);
    }
}
