using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>Flow Service as a client sees it. The ids of the specs are Adobe's, the same in every organisation.</summary>
internal sealed class FlowClient(EmulatorFixture fixture)
{
    public const string Base = "/data/foundation/flowservice";
    public const string ActivationDataLake = "23598e46-f560-407b-88d5-ea6207e49db0";
    public const string DataLake = "c604ff05-7f1a-43c0-8e18-33bf874cb11c";
    public const string LandingZoneDestination = "10440537-2a7b-4583-ac39-ed38d4b848e8";
    public const string LandingZoneSource = "26f526f2-58f4-4712-961d-e41bf1ccc0e8";
    public const string ProfileStore = "8a9c3494-9708-43d7-ae3f-cda01e5030e1";
    public const string CloudStorageToPlatform = "9753525b-82c7-4dce-8a9b-5ccfce2b9876";
    public const string LandingZoneExport = "cd2fc47e-e838-4f38-a581-8fff2f99b63a";

    /// <summary>A start in the year 2100: the flow runs on demand only.</summary>
    private const long FarAway = 4_102_444_800;

    public Task<(int Status, JsonObject Body)> SendAsync(HttpMethod method, string path, JsonNode? body = null, string? ifMatch = null) =>
        fixture.Client.CallAsync(method, Base + path, body, ifMatch: ifMatch);

    public async Task<string> CreateAsync(string kind, JsonObject body)
    {
        JsonObject created = await fixture.Client.CallAsync(201, HttpMethod.Post, $"{Base}/{kind}", body);
        Assert.NotEqual("", (string?)created["etag"]);
        return (string)created["id"]!;
    }

    public async Task<JsonObject> GetAsync(string kind, string id) =>
        Assert.Single((await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/{kind}/{id}"))["items"]!.AsArray())!.AsObject();

    public Task<JsonObject> ListAsync(string kindAndQuery) => fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/{kindAndQuery}");

    public static JsonObject Connection(string name, string spec, JsonObject? parameters = null) => new()
    {
        ["name"] = name,
        ["connectionSpec"] = new JsonObject { ["id"] = spec, ["version"] = "1.0" },
        ["params"] = parameters ?? [],
    };

    public static JsonObject Flow(string name, string spec, string source, string target) => new()
    {
        ["name"] = name,
        ["flowSpec"] = new JsonObject { ["id"] = spec, ["version"] = "1.0" },
        ["sourceConnectionIds"] = new JsonArray(source),
        ["targetConnectionIds"] = new JsonArray(target),
        ["transformations"] = new JsonArray(),
        ["scheduleParams"] = new JsonObject { ["interval"] = 3, ["timeUnit"] = "hour", ["startTime"] = FarAway },
    };

    /// <summary>Source, base and target connection and the flow of an export to the landing zone, as the notebooks make them.</summary>
    public Task<string> CreateExportFlowAsync(string path, params string[] datasets) =>
        CreateExportFlowAsync(path, manifest: false, datasets);

    /// <summary>The same, with a manifest beside the files or without.</summary>
    public async Task<string> CreateExportFlowAsync(string path, bool manifest, string[] datasets)
    {
        var exported = new JsonObject { ["datasets"] = new JsonArray([.. datasets.Select(id => new JsonObject { ["dataSetId"] = id })]) };
        string source = await CreateAsync("sourceConnections", Connection("Lake", ActivationDataLake, exported));
        string root = await CreateAsync("connections", Connection("Landing zone", LandingZoneDestination));
        JsonObject target = Connection("Folder", LandingZoneDestination, new JsonObject
        {
            ["mode"] = "Server-to-server",
            ["compression"] = "gzip",
            ["datasetFileType"] = "parquet",
            ["path"] = path,
            ["includeFileManifest"] = manifest,
        });
        target["baseConnectionId"] = root;
        return await CreateAsync("flows", Flow("Export", LandingZoneExport, source, await CreateAsync("targetConnections", target)));
    }

    /// <summary>A flow that does nothing by itself.</summary>
    public async Task<string> CreateFlowAsync(string name, Action<JsonObject>? change = null)
    {
        string source = await CreateAsync("sourceConnections", Connection("Profiles", ProfileStore));
        string target = await CreateAsync("targetConnections", Connection("Folder", LandingZoneDestination));
        JsonObject flow = Flow(name, LandingZoneExport, source, target);
        change?.Invoke(flow);
        return await CreateAsync("flows", flow);
    }

    /// <summary>The run at its end.</summary>
    public Task<JsonObject> FinishAsync(string runId) =>
        Polling.UntilAsync(() => GetAsync("runs", runId), run => Status(run) != "processing");

    /// <summary>All runs of a flow, when there are so many and all have ended.</summary>
    public async Task<JsonObject[]> FinishRunsAsync(string flowId, int count)
    {
        JsonArray items = await Polling.UntilAsync(
            async () => (await ListAsync($"runs?property=flowId=={flowId}&limit=100"))["items"]!.AsArray(),
            runs => runs.Count >= count && runs.All(run => Status(run!) != "processing"));
        Assert.Equal(count, items.Count);
        return [.. items.Select(item => item!.AsObject())];
    }

    public static string? Status(JsonNode run) => (string?)run["metrics"]!["statusSummary"]!["status"];

    public static void AssertRefused((int Status, JsonObject Body) answer, int status)
    {
        Assert.True(answer.Status == status, answer.Body.ToJsonString());
        JsonNode error = Assert.Single(answer.Body["errors"]!.AsArray())!;
        Assert.Equal($"FLOW-1{status}", (string?)error["code"]);
        Assert.Equal(status, (int)error["statusCode"]!);
        Assert.NotEqual("", (string?)error["message"]);
    }
}
