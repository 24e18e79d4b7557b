using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Destinations;

public sealed class ExportDestinationTests : IDisposable
{
    private const string Root = "/data/foundation/flowservice";
    private const string Labels = "/data/foundation/dataset/datasets/d1/labels";
    private static readonly StorageKeys Keys = new("AKIA", new Secret("hidden"));

    private readonly Wire _wire = new();
    private readonly DestinationsClient _destinations;

    public ExportDestinationTests() =>
        _destinations = _wire.Destinations();

    public void Dispose() => _wire.Dispose();

    public static TheoryData<string, string, string, string> Destinations => new()
    {
        { "s3", "4fce964d-3f37-408f-9778-e597338a21ee",
            """{"specName":"Access Key","params":{"s3AccessKey":"AKIA","s3SecretKey":"hidden"}}""",
                """{"mode":"Server-to-server","path":"p","bucketName":"b"}""" },
        { "blob", "6d6b59bf-fb58-4107-9064-4d246c0e5bb2", """{"specName":"ConnectionString","params":{"connectionString":"hidden"}}""",
            """{"mode":"Server-to-server","path":"p","container":"c"}""" },
        { "adls", "be2c3209-53bc-47e7-ab25-145db8b873e1",
            """{"specName":"Azure Service Principal Auth","params":{"url":"https://a.example/","tenant":"t","servicePrincipalId":"i","servicePrincipalKey":"hidden"}}""", """{"mode":"Server-to-server","path":"p"}""" },
        { "gcs", "c5d93acb-ea8b-4b14-8f53-02138444ae99",
            """{"specName":"Google Cloud Storage authentication credentials","params":{"accessKeyId":"AKIA","secretAccessKey":"hidden"}}""",
                """{"mode":"Server-to-server","path":"p","bucketName":"b"}""" },
        { "sftp", "36965a81-b1c6-401b-99f8-22508f1e6a26",
            """{"specName":"SFTP with Password","params":{"domain":"h","username":"u","password":"hidden"}}""",
                """{"mode":"Server-to-server","remotePath":"p"}""" },
        { "ssh", "36965a81-b1c6-401b-99f8-22508f1e6a26",
            """{"specName":"SFTP with SSH Key","params":{"domain":"h","username":"u","sshKey":"hidden"}}""",
                """{"mode":"Server-to-server","remotePath":"p"}""" },
        { "dlz", "10440537-2a7b-4583-ac39-ed38d4b848e8", "null", """{"mode":"Server-to-server","path":"p"}""" },
    };

    [Theory]
    [MemberData(nameof(Destinations))]
    public async Task EachKindOfDestinationHasItsCredentialsAndItsPlace(string kind, string spec, string auth, string place)
    {
        Sandbox();
        ExportDestination destination = Destination(kind);

        await _destinations.ScheduleDatasetExportAsync(
            "d1", new DatasetExportDefinition(destination)
            {
                FileType = "json",
                Compression = "none",
                IncludeManifest = true,
                FolderNameTemplate = "%DATASET_ID%"
            },
            FlowSchedule.Export(TimeSpan.FromHours(6), DateTimeOffset.UnixEpoch));

        JsonNode connection = JsonNode.Parse(_wire.Single("POST", $"{Root}/connections").Body!)!;
        Assert.Equal(spec, connection["connectionSpec"]!["id"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(auth), connection["auth"]), connection.ToJsonString());
        JsonObject target = JsonNode.Parse(_wire.Single("POST", $"{Root}/targetConnections").Body!)!["params"]!.AsObject();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(place)!.AsObject()) Assert.True(
            JsonNode.DeepEquals(value, target[name]), target.ToJsonString());
        Assert.Equal(("none", "json", true),
            (target["compression"]!.GetValue<string>(), target["datasetFileType"]!.GetValue<string>(),
                target["includeFileManifest"]!.GetValue<bool>()));
        JsonNode flow = JsonNode.Parse(_wire.Single("POST", $"{Root}/flows").Body!)!;
        Assert.Equal(
            """
            {"exportMode":"FIRST_FULL_THEN_INCREMENTAL","interval":6,"timeUnit":"hour","startTime":0,"foldernameTemplate":"%DATASET_ID%"}
            """,
            flow["scheduleParams"]!.ToJsonString());
        Assert.DoesNotContain("hidden", $"{destination} {flow["name"]} {destination.BaseConnection()}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3", "1a0514a6-33d4-4c7f-aff8-594799c47549")]
    [InlineData("blob", "752d422f-b16f-4f0d-b1c6-26e448e3b388")]
    [InlineData("adls", "17be2013-2549-41ce-96e7-a70363bec293")]
    [InlineData("gcs", "585c15c4-6cbf-4126-8f87-e26bff78b657")]
    [InlineData("sftp", "354d6aad-4754-46e4-a576-1b384561c440")]
    [InlineData("dlz", "cd2fc47e-e838-4f38-a581-8fff2f99b63a")]
    public void AudiencesHaveTheFlowSpecificationOfTheTutorialUnlessAnotherIsGiven(string kind, string spec)
    {
        ExportDestination destination = Destination(kind);
        Assert.Equal(spec, destination.AudienceFlowSpecId);
        Assert.Equal(FlowSpecIds.SftpAudiences, (destination with { AudienceFlowSpecId = FlowSpecIds.SftpAudiences }).AudienceFlowSpecId);
    }

    [Fact]
    public async Task LabelledDataStaysAndNothingIsCreated()
    {
        Sandbox().On(
            "GET", Labels, """{"labels":["C2","RHD"],"optionalLabels":[{"option":{"schemaPath":"/properties/health"},"labels":["C9"]}]}""");

        var error = await Assert.ThrowsAsync<GovernanceViolationException>(
            () => _destinations.ExportDatasetAsync("d1", LandingZoneExport.Parquet("p")));

        Assert.Equal([new LabelFinding("RHD", null), new LabelFinding("C9", "/properties/health")], error.Findings);
        Assert.Contains("/properties/health", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_wire.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task LabelsThatTheDatasetInheritsCount()
    {
        Sandbox().On("GET", Labels, """{"labels":["C2"],"parents":[{"namespace":"AEP","type":"dataset","id":"d0"}]}""")
            .On("GET", Labels.Replace("d1", "d0", StringComparison.Ordinal),
                """{"AEP:dataset:d0":{"labels":["C9"],"parents":[{"namespace":"AEP","type":"dataset","id":"d1"}]}}""");

        var error = await Assert.ThrowsAsync<GovernanceViolationException>(
            () => _destinations.ExportDatasetAsync("d1", LandingZoneExport.Parquet("p")));

        Assert.Equal([new LabelFinding("C9", null)], error.Findings);
    }

    [Fact]
    public async Task AReasonOrAnotherGuardLetsItGo()
    {
        Sandbox().On("GET", Labels, """{"labels":["C9"]}""");
        FlowSchedule daily = FlowSchedule.Export(TimeSpan.FromHours(24), DateTimeOffset.UnixEpoch);
        var export = new DatasetExportDefinition(ExportDestination.DataLandingZone("p"));

        await Assert.ThrowsAsync<GovernanceViolationException>(() => _destinations.ScheduleDatasetExportAsync("d1", export, daily));
        Assert.Equal("flows-1", await _destinations.ScheduleDatasetExportAsync(
            "d1", export with { Guard = GovernanceGuard.Default.Override("approved") }, daily));
        Assert.Equal(
            "flows-1", await _destinations.ScheduleDatasetExportAsync("d1", export with { Guard = GovernanceGuard.Against("C5") }, daily));
        Assert.Throws<ArgumentException>(() => GovernanceGuard.Default.Override(" "));
    }

    [Fact]
    public async Task AnAudienceGoesToAStreamingDestination()
    {
        Sandbox().On("GET", $"{Root}/flows/flows-1",
            """
            {"items":[{"id":"flows-1","etag":"\"e\"","transformations":[{"name":"GeneralTransform",
             "params":{"profileSelectors":{"selectors":[{"type":"JSON_PATH","value":{"path":"a.b"}}]},
             "segmentSelectors":{"selectors":[]}}}]}]}
            """)
            .On("PATCH", $"{Root}/flows/flows-1", """{"id":"flows-1"}""");
        _wire.On("GET", "/data/foundation/catalog/dataSets", "{}");
        var activation = new StreamingActivation("Webhook", "cs", "fs")
        {
            AuthSpecName = "Bearer",
            AuthSecrets = new Dictionary<string, Secret> { ["accessToken"] = new("hidden") },
            Attributes = ["a.b", "c"],
        };

        Assert.Equal("flows-1", await _destinations.ActivateAudienceAsync("s1", activation));

        Assert.Contains("hidden", _wire.Single("POST", $"{Root}/connections").Body, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", activation.ToString(), StringComparison.Ordinal);
        Wire.IsJson(
            """
            [{"op":"add","path":"/transformations/0/params/profileSelectors/selectors/-","value":{"type":"JSON_PATH",
             "value":{"operator":"EXISTS","path":"c"}}},
             {"op":"add","path":"/transformations/0/params/segmentSelectors/selectors/-","value":{"type":"PLATFORM_SEGMENT",
              "value":{"id":"s1"}}}]
            """,
            _wire.Single("PATCH", $"{Root}/flows/flows-1"));
    }

    private static ExportDestination Destination(string kind) => kind switch
    {
        "s3" => ExportDestination.AmazonS3("b", "/p/", Keys),
        "blob" => ExportDestination.AzureBlob("c", "p", "account", new Secret("hidden")),
        "adls" => ExportDestination.AzureDataLakeGen2("p",
            new ServicePrincipal(new Uri("https://a.example"), "t", "i", new Secret("hidden"))),
        "gcs" => ExportDestination.GoogleCloudStorage("b", "p", Keys),
        "sftp" => ExportDestination.Sftp("p", SftpLogin.WithPassword("h", "u", new Secret("hidden"))),
        "ssh" => ExportDestination.Sftp("p", SftpLogin.WithSshKey("h", "u", new Secret("hidden"))),
        _ => ExportDestination.DataLandingZone("p"),
    };

    private Wire Sandbox()
    {
        foreach (string kind in new[] { "flows", "connections", "sourceConnections", "targetConnections" })
            _wire.On("GET", $"{Root}/{kind}", """{"items":[]}""").On("POST", $"{Root}/{kind}", (201, $$"""{"id":"{{kind}}-1"}"""));
        return _wire.On("GET", $"{Root}/connectionSpecs", """{"items":[{"id":"lake","name":"activation-datalake","version":"1.0"}]}""");
    }
}
