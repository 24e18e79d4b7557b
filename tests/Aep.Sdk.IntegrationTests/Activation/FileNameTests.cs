using System.Text.Json.Nodes;
using Aep.Sdk.Destinations;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Activation;

/// <summary>Files and folders have the names that their templates say, and a manifest lists them where one is asked for.</summary>
public sealed class FileNameTests(DatedPeople people) : IClassFixture<DatedPeople>
{
    private static readonly ActivationField[] Fields = [new("_aeplocal.userid", "userid")];

    [Fact]
    public async Task A_file_has_the_name_that_its_template_says()
    {
        Segment segment = await EvaluateAsync("Upper");
        string template = string.Join('~', NameMacro.Destination, NameMacro.DestinationName, NameMacro.DestinationInstanceId,
            NameMacro.OrganizationName, NameMacro.SandboxName, NameMacro.SegmentId, NameMacro.SegmentName, "vip", NameMacro.DateTime());
        AudienceActivation activation =
            await ActivateAsync(segment, Csv("n") with { FileNameTemplate = template, Compression = "GZIP" });
        string name = Path.GetFileName(Assert.Single(await people.FilesAsync("n")).Path);

        string[] parts = name.Split('~');
        Assert.Equal(
            [
                "Data Landing Zone", $"Data Landing Zone n {segment.Id}", activation.FlowId, people.Platform.Emulator.OrgId,
                people.Platform.Emulator.SandboxName, segment.Id, "Upper", "vip",
            ],
            parts[..^1]);
        Assert.Equal(Now("yyyyMMdd_HHmmss") + ".csv.gz", parts[^1]);
    }

    [Fact]
    public async Task An_export_without_a_time_in_its_name_takes_the_place_of_the_one_before()
    {
        Segment segment = await EvaluateAsync("Static");
        AudienceFileDefinition files = Csv("static") with { FileNameTemplate = $"{NameMacro.SegmentId}" };
        await ActivateAsync(segment, files);
        await ActivateAsync(segment, files);
        Assert.Equal([$"static/{segment.Id}.csv"], (await people.FilesAsync("static")).Select(file => file.Path));

        await ActivateAsync(segment, files with { FileNameTemplate = $"{NameMacro.SegmentId}_{NameMacro.Timestamp}" });
        Assert.Equal(2, (await people.FilesAsync("static")).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_manifest_lists_the_files_of_an_audience_when_it_is_asked_for(bool wanted)
    {
        Segment segment = await EvaluateAsync("Listed");
        string folder = $"manifest-{wanted}";
        AudienceActivation activation = await ActivateAsync(segment, Csv(folder) with { IncludeManifest = wanted });
        await AssertListedAsync(folder, wanted, activation.FlowId, activation.Run.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_manifest_lists_the_files_of_a_dataset_when_it_is_asked_for(bool wanted)
    {
        string folder = $"data-manifest-{wanted}", dataset = people.DatasetId;
        DatasetExport export = await people.Aep.Destinations.ExportDatasetAsync(
            dataset, new DatasetExportDefinition(ExportDestination.DataLandingZone(folder))
            {
                IncludeManifest = wanted,
                FolderNameTemplate = $"{NameMacro.SandboxName}/{NameMacro.DatasetId}/{NameMacro.DateTime("YYYYMMdd-HHmm")}",
            });

        string below = await AssertListedAsync(folder, wanted, export.FlowId, export.Run.Id);
        Assert.Equal($"{folder}/{people.Platform.Emulator.SandboxName}/{dataset}/{Now("yyyyMMdd-HHmm")}", below);
    }

    /// <returns>The folder of the files.</returns>
    private async Task<string> AssertListedAsync(string folder, bool wanted, string flowId, string runId)
    {
        IReadOnlyList<LandingZoneFile> files = await people.FilesAsync(folder);
        LandingZoneFile data = Assert.Single(files, file => !Path.GetFileName(file.Path).StartsWith("manifest-", StringComparison.Ordinal));
        string below = data.Path[..data.Path.LastIndexOf('/')];
        if (!wanted)
        {
            Assert.Single(files);
            return below;
        }

        Assert.Equal(2, files.Count);
        JsonNode manifest = await ReadAsync($"{below}/manifest-{flowId}-{runId}.json");
        Assert.Equal(["flowRunId", "scheduledTime", "exportResults"], manifest.AsObject().Select(member => member.Key));
        Assert.Equal(runId, (string?)manifest["flowRunId"]);
        Assert.Equal(Now("yyyy-MM-dd'T'HH:mm:ss'Z'"), (string?)manifest["scheduledTime"]);
        var expected = new JsonObject
        {
            ["sinkPath"] = $"/{below}",
            ["name"] = Path.GetFileName(data.Path),
            ["size"] = data.Length,
        };
        JsonNode? listed = Assert.Single(manifest["exportResults"]!.AsArray());
        Assert.Equal(expected.ToJsonString(), listed!.ToJsonString());
        return below;
    }

    private Task<Segment> EvaluateAsync(string name) =>
        people.EvaluateAsync(name, Pql.Attribute("_aeplocal.score").AtLeast(0.5).ToExpression());

    private static AudienceFileDefinition Csv(string folder) => new(ExportDestination.DataLandingZone(folder), Fields);

    private Task<AudienceActivation> ActivateAsync(Segment segment, AudienceFileDefinition files) =>
        people.Aep.Destinations.ActivateAudienceAsync(segment.Id, files);

    private async Task<JsonNode> ReadAsync(string path)
    {
        using LandingZoneContainer zone = await people.Platform.OpenZoneAsync(LandingZoneType.Destination);
        await using Stream file = await zone.OpenReadAsync(path);
        return (await JsonNode.ParseAsync(file))!;
    }

    private string Now(string format) => people.Clock.GetUtcNow().ToString(format, System.Globalization.CultureInfo.InvariantCulture);
}
