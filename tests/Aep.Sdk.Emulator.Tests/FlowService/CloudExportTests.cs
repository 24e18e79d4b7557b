using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>Exports to the folders that stand for the clouds, started with <c>POST /runs</c>.</summary>
public sealed class CloudExportTests
{
    [Theory]
    [InlineData(
        "4fce964d-3f37-408f-9778-e597338a21ee", "269ba276-16fc-47db-92b0-c1049a3c131f", "bucketName", "amazon-s3/scores", "parquet")]
    [InlineData("6d6b59bf-fb58-4107-9064-4d246c0e5bb2", "95bd8965-fc8a-4119-b9c3-944c2c2df6d2", "container", "azure-blob/scores", "json")]
    [InlineData("be2c3209-53bc-47e7-ab25-145db8b873e1", "17be2013-2549-41ce-96e7-a70363bec293", "none", "adls-gen2", "parquet")]
    [InlineData("c5d93acb-ea8b-4b14-8f53-02138444ae99", "585c15c4-6cbf-4126-8f87-e26bff78b657", "bucketName", "google-cloud-storage/scores",
        "json")]
    [InlineData("36965a81-b1c6-401b-99f8-22508f1e6a26", "354d6aad-4754-46e4-a576-1b384561c440", "none", "sftp", "parquet")]
    public async Task The_rows_stand_in_a_file_of_the_folder(string spec, string flowSpec, string bucket, string place, string type)
    {
        using var folder = new TemporaryFolder();
        EmulatorFixture fixture =
            await EmulatorFixture.StartAsync(new AepEmulatorOptions { DataFolder = folder.Path, ProcessingTime = TimeSpan.Zero });
        try
        {
            var batches = new BatchClient(fixture);
            string dataset = await batches.CreateDatasetAsync();
            await batches.IngestAsync(dataset, BatchClient.Lines(batches.EmailEvent("a"), batches.WebEvent("b")));
            var parameters =
                new JsonObject { ["path"] = "out/daily", ["datasetFileType"] = type, ["compression"] = "none", [bucket] = "scores" };
            JsonObject run = await ExportAsync(new FlowClient(fixture), spec, flowSpec, parameters, dataset);
            Assert.True(FlowClient.Status(run) == "success", run.ToJsonString());

            string root =
                Path.Combine([folder.Path, "destinations", fixture.Emulator.SandboxName, .. place.Split('/'), "out", "daily", dataset]);
            string file = Assert.Single(Directory.GetFiles(root, "*", SearchOption.AllDirectories));
            Assert.EndsWith("." + type, file);
            Assert.Equal(["a", "b"], (await IdsAsync(file, type)).Order());
            Assert.Equal(new FileInfo(file).Length, (long)run["metrics"]!["sizeSummary"]!["outputBytes"]!);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    private static async Task<JsonObject> ExportAsync(FlowClient flows, string spec, string flowSpec, JsonObject parameters, string dataset)
    {
        var exported = new JsonObject { ["datasets"] = new JsonArray(new JsonObject { ["dataSetId"] = dataset }) };
        string source =
            await flows.CreateAsync("sourceConnections", FlowClient.Connection("Lake", FlowClient.ActivationDataLake, exported));
        string target = await flows.CreateAsync("targetConnections", FlowClient.Connection("Cloud", spec, parameters));
        string flow = await flows.CreateAsync("flows", FlowClient.Flow("Export", flowSpec, source, target));
        return await flows.FinishAsync(await flows.CreateAsync("runs", new JsonObject { ["flowId"] = flow }));
    }

    private static async Task<string[]> IdsAsync(string file, string type) => type == "parquet"
        ? ParquetContent.Read(await File.ReadAllBytesAsync(file)).Ids
        : [.. (await File.ReadAllLinesAsync(file)).Select(line => (string)JsonNode.Parse(line)!["_id"]!)];
}
