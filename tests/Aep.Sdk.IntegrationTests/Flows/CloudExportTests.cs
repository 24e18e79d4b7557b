using System.IO.Compression;
using System.Text.Json;
using Aep.Sdk.Destinations;
using Aep.Sdk.Parquet;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Flows;

/// <summary>What is exported to a cloud, or to the folder that stands for it, has the rows that went in.</summary>
public sealed class CloudExportTests(CloudPeople people) : IClassFixture<CloudPeople>
{
    private static readonly StorageKeys Keys = new("key", new Secret("secret"));

    public static TheoryData<string, string, string> Exports
    {
        get
        {
            var exports = new TheoryData<string, string, string>();
            foreach (string cloud in (string[])["amazon-s3", "azure-blob", "adls-gen2", "google-cloud-storage", "sftp"])
            {
                foreach (string fileType in (string[])["parquet", "json"])
                {
                    exports.Add(cloud, fileType, "gzip");
                    exports.Add(cloud, fileType, "none");
                }
            }

            return exports;
        }
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task Every_row_comes_back_as_it_was(string cloud, string fileType, string compression)
    {
        string path = $"out {fileType}/{compression}";
        var definition = new DatasetExportDefinition(Destination(cloud, path)) { FileType = fileType, Compression = compression };

        DatasetExport export = await people.Aep.Destinations.ExportDatasetAsync(people.EventsId, definition);

        Assert.Equal(((long?)CloudPeople.Events, 1L), (export.Rows, export.Files));
        (string name, string file) = Assert.Single(people.FilesOf(cloud, Folder(cloud, export.Path)));
        Assert.EndsWith((fileType, compression) switch
        {
            ("parquet", "gzip") => ".gz.parquet",
            (_, "gzip") => ".json.gz",
            _ => $".{fileType}",
        }, name, StringComparison.Ordinal);
        Assert.Equal(new FileInfo(file).Length, export.Bytes);
        List<WideEvent> back = await ReadAsync(file, fileType, compression).ToListAsync();
        Assert.Equal(WideEvent.Many(CloudPeople.Events).Select(FlowJson.Text), back.OrderBy(row => row.Timestamp).Select(FlowJson.Text));
    }

    [Theory]
    [InlineData("amazon-s3")]
    [InlineData("azure-blob")]
    [InlineData("adls-gen2")]
    [InlineData("google-cloud-storage")]
    [InlineData("sftp")]
    public async Task An_audience_goes_to_every_cloud(string cloud)
    {
        Segment segment = await people.EvaluateAsync("Upper half", Pql.Attribute("_aeplocal.score").AtLeast(0.5).ToExpression());
        var files = new AudienceFileDefinition(Destination(cloud, "audiences"), [new ActivationField("_aeplocal.userid", "userid")])
        {
            Compression = "GZIP",
            FileNameTemplate = $"{NameMacro.SegmentId}",
        };

        AudienceActivation activation = await people.Aep.Destinations.ActivateAudienceAsync(segment.Id, files);

        Assert.Equal(50, activation.Profiles);
        (string name, string file) = Assert.Single(people.FilesOf(cloud, Folder(cloud, "audiences")));
        Assert.Equal($"{Folder(cloud, "audiences")}/{segment.Id}.csv.gz", name);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        string[] lines = (await reader.ReadToEndAsync()).TrimEnd('\n').Split('\n');
        Assert.Equal(
            ["userid", .. Enumerable.Range(50, 50).Select(number => $"user-{number}")],
            [lines[0], .. lines[1..].Order(StringComparer.Ordinal)]);
    }

    private static ExportDestination Destination(string cloud, string path) => cloud switch
    {
        "amazon-s3" => ExportDestination.AmazonS3("bucket", path, Keys),
        "azure-blob" => ExportDestination.AzureBlob("container", path, "account", new Secret("connection")),
        "adls-gen2" => ExportDestination.AzureDataLakeGen2(
            path, new ServicePrincipal(new Uri("https://account.dfs.core.windows.net/files"), "tenant", "id", new Secret("key"))),
        "google-cloud-storage" => ExportDestination.GoogleCloudStorage("bucket", path, Keys),
        "sftp" => ExportDestination.Sftp(path, SftpLogin.WithSshKey("sftp.example.com", "user", new Secret("key"))),
        _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "There is no such cloud."),
    };

    private static string Folder(string cloud, string path) => cloud switch
    {
        "amazon-s3" or "google-cloud-storage" => $"bucket/{path}",
        "azure-blob" => $"container/{path}",
        _ => path,
    };

    private static async IAsyncEnumerable<WideEvent> ReadAsync(string path, string fileType, string compression)
    {
        await using FileStream file = File.OpenRead(path);
        await using Stream content =
            fileType == "json" && compression == "gzip" ? new GZipStream(file, CompressionMode.Decompress) : new BufferedStream(file);
        IAsyncEnumerable<WideEvent?> rows = fileType == "parquet"
            ? ParquetFile.ReadAsync(content, FlowJson.Default.WideEvent)
            : JsonSerializer.DeserializeAsyncEnumerable(content, FlowJson.Default.WideEvent, topLevelValues: true);
        await foreach (WideEvent? row in rows) yield return row!;
    }
}
