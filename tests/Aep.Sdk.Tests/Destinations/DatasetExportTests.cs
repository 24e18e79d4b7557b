using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Destinations;

public sealed class DatasetExportTests : IDisposable
{
    private const string Root = "/data/foundation/flowservice";
    private const string AdHoc = "/data/core/activation/disflowprovider/adhocrun";
    private const string Started =
        """{"destinations":[{"datasets":[{"id":"d1","statusURL":"https://platform.adobe.io/data/foundation/flowservice/runs/r2"}]}]}""";
    private const string NotReady =
        """
        {"message":"Invalid parameter: Following order ID(s) are not ready for dataset export, please wait for 10 minutes and retry."}
        """;

    private const string Runs =
        """
        {"items":[{"id":"r1","createdAt":1,"metrics":{"statusSummary":{"status":"success"}}},
                  {"id":"r2","createdAt":2,"metrics":{"sizeSummary":{"outputBytes":99},"recordSummary":{"outputRecordCount":7},
                   "fileSummary":{"outputFileCount":2},"statusSummary":{"status":"success"}}}]}
        """;

    private readonly Wire _wire = new();
    private readonly DestinationsClient _destinations;

    public DatasetExportTests() =>
        _destinations = _wire.Destinations();

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task AnExportIsBuiltFromItsParts()
    {
        foreach (string kind in new[] { "flows", "connections", "sourceConnections", "targetConnections" })
            _wire.On("GET", $"{Root}/{kind}", """{"items":[]}""").On("POST", $"{Root}/{kind}", (201, $$"""{"id":"{{kind}}-1"}"""));
        _wire.On("GET", $"{Root}/connectionSpecs", """{"items":[{"id":"lake","name":"activation-datalake","version":"1.0"}]}""")
            .On("GET", $"{Root}/runs", """{"items":[]}""", Runs)
            .On("POST", AdHoc, Started);

        DatasetExport export = await _destinations.ExportDatasetAsync("d1", LandingZoneExport.Parquet("/cmle/egress/"));

        Assert.Equal(("flows-1", "r2", "cmle/egress/d1", false), (export.FlowId, export.Run.Id, export.Path, export.AlreadyExported));
        Assert.Equal((7L, 99L, 2L), (export.Rows, export.Bytes, export.Files));
        Wire.IsJson(
            """
            {"name":"Dataset d1","connectionSpec":{"id":"lake","version":"1.0"},"data":{"format":"parquet"},
             "params":{"datasets":[{"dataSetId":"d1"}]}}
            """,
            _wire.Single("POST", $"{Root}/sourceConnections"));
        Wire.IsJson(
            """{"name":"Data Landing Zone","connectionSpec":{"id":"10440537-2a7b-4583-ac39-ed38d4b848e8","version":"1.0"}}""",
            _wire.Single("POST", $"{Root}/connections"));
        Wire.IsJson(
            """
            {"name":"Data Landing Zone cmle/egress (parquet, gzip)","baseConnectionId":"connections-1",
             "connectionSpec":{"id":"10440537-2a7b-4583-ac39-ed38d4b848e8","version":"1.0"},
             "params":{"mode":"Server-to-server","compression":"gzip","datasetFileType":"parquet","path":"cmle/egress"}}
            """,
            _wire.Single("POST", $"{Root}/targetConnections"));
        Wire.IsJson(
            """
            {"name":"Dataset d1 to cmle/egress (parquet, gzip)","flowSpec":{"id":"cd2fc47e-e838-4f38-a581-8fff2f99b63a","version":"1.0"},
             "sourceConnectionIds":["sourceConnections-1"],"targetConnectionIds":["targetConnections-1"],"transformations":[],
             "scheduleParams":{"interval":1,"timeUnit":"day","startTime":1803911400}}
            """,
            _wire.Single("POST", $"{Root}/flows"));
        var run = _wire.Single("POST", AdHoc);
        Assert.Equal("application/vnd.adobe.adhoc.dataset.activation+json; version=1", Assert.Single(run.Headers!["Accept"]));
        Wire.IsJson("""{"activationInfo":{"destinations":[{"flowId":"flows-1","datasets":[{"id":"d1"}]}]}}""", run);
    }

    [Fact]
    public async Task AnExportThatIsNotReadyIsTriedAgainWithTheSameFlow()
    {
        ExistingFlow().On("POST", AdHoc, (400, NotReady), (400, NotReady), Started);

        DatasetExport export = await _destinations.ExportDatasetAsync("d1", LandingZoneExport.Parquet("p"));

        Assert.Equal("r2", export.Run.Id);
        Assert.Equal(3, _wire.Count("POST", AdHoc));
        Assert.Equal(0, _wire.Count("POST", $"{Root}/flows"));
    }

    [Fact]
    public async Task ADataflowThatWasSwitchedOffIsSwitchedOn()
    {
        _wire.On("GET", $"{Root}/flows", """{"items":[{"id":"f1","name":"Dataset d1 to p (parquet, gzip)","state":"disabled"}]}""")
            .On("POST", $"{Root}/flows/f1/action", """{"id":"f1"}""").On("GET", $"{Root}/runs", Runs).On("POST", AdHoc, Started);

        await _destinations.ExportDatasetAsync("d1", LandingZoneExport.Parquet("p"));

        Assert.Equal("enable", Wire.Query(_wire.Single("POST", $"{Root}/flows/f1/action"), "op"));
    }

    [Fact]
    public async Task NotReadyForTooLongIsTheServicesError()
    {
        ExistingFlow().On("POST", AdHoc, (400, NotReady));

        LandingZoneExport export = LandingZoneExport.Parquet("p") with { ReadyTimeout = TimeSpan.FromMinutes(1) };
        var error = await Assert.ThrowsAsync<AepRequestException>(() => _destinations.ExportDatasetAsync("d1", export));

        Assert.Contains("not ready", error.Body, StringComparison.Ordinal);
        Assert.True(_wire.Count("POST", AdHoc) > 2);
    }

    [Fact]
    public async Task ARunThatExistsAlreadyIsTheResult()
    {
        ExistingFlow().On("POST", AdHoc, (400, """{"message":"Invalid parameter: Run already exists for order f1"}"""));

        DatasetExport export = await _destinations.ExportDatasetAsync("d1", LandingZoneExport.Parquet("p"));

        Assert.True(export.AlreadyExported);
        Assert.Equal("r2", export.Run.Id);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("partialSuccess")]
    public async Task AnExportThatIsNotWholeHasFailedAndSaysWhy(string status)
    {
        _wire.On("GET", $"{Root}/flows", """{"items":[{"id":"f1","name":"Dataset d1 to p (parquet, gzip)"}]}""").On("POST", AdHoc, Started)
            .On("GET", $"{Root}/runs", """
                {"items":[{"id":"r2","createdAt":2,"metrics":{"recordSummary":{"inputRecordCount":9,"outputRecordCount":4},
                  "statusSummary":{"status":"?","errors":[{"code":"ACTIVATION_BATCH-0000-FAILED","message":"The bucket is full."}]}}}]}
                """.Replace("?", status, StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<AepOperationFailedException>(
            () => _destinations.ExportDatasetAsync("d1", LandingZoneExport.Parquet("p")));

        Assert.Equal(status, error.Status);
        Assert.Contains("ACTIVATION_BATCH-0000-FAILED: The bucket is full.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAStatusUrlTheNextNewRunCounts()
    {
        _wire.On("GET", $"{Root}/flows", """{"items":[{"id":"f1","name":"Dataset d1 to p (parquet, gzip)"}]}""")
            .On("GET", $"{Root}/runs", """{"items":[{"id":"r1","createdAt":1,"metrics":{"statusSummary":{"status":"success"}}}]}""",
                """{"items":[]}""", Runs)
            .On("POST", AdHoc, "{}");

        Assert.Equal("r2", (await _destinations.ExportDatasetAsync("d1", LandingZoneExport.Parquet("p"))).Run.Id);
    }

    [Fact]
    public async Task AnotherRefusalIsNotRepeated()
    {
        ExistingFlow().On("POST", AdHoc, (400, """{"message":"Adhoc run can not be executed for Flow spec=x"}"""));
        await Assert.ThrowsAsync<AepRequestException>(() => _destinations.ExportDatasetAsync("d1", LandingZoneExport.Parquet("p")));
        Assert.Equal(1, _wire.Count("POST", AdHoc));
    }

    [Theory]
    [InlineData("parquet", 3, 6, null, "", "")] // two intervals later
    [InlineData("json", 3, 0, null, "", "datasetFileType")]
    [InlineData("parquet", 6, 0, null, "\"interval\":6", "")]
    [InlineData("parquet", 3, 1, null, "\"startTime\":3600", "")]
    [InlineData("parquet", 3, 0, 9, "\"endTime\":32400", "")]
    public async Task AScheduledExportIsChangedAndNotMadeASecondTime(
        string fileType, int hours, int start, int? end, string rescheduled, string reformatted)
    {
        _wire.On("GET", $"{Root}/flows", """{"items":[{"id":"f1","name":"Dataset d1 to p, scheduled"}]}""")
            .On("GET", $"{Root}/flows/f1", """
                {"items":[{"id":"f1","etag":"\"f\"","targetConnectionIds":["t1"],
                  "scheduleParams":{"exportMode":"FIRST_FULL_THEN_INCREMENTAL","interval":3,"timeUnit":"hour","startTime":0}}]}
                """)
            .On("GET", $"{Root}/targetConnections/t1",
                """{"items":[{"id":"t1","etag":"\"t\"","params":{"path":"p","compression":"gzip","datasetFileType":"parquet"}}]}""")
            .On("PATCH", $"{Root}/flows/f1", """{"id":"f1"}""").On("PATCH", $"{Root}/targetConnections/t1", """{"id":"t1"}""");
        DateTimeOffset first = DateTimeOffset.UnixEpoch.AddHours(start);
        FlowSchedule schedule =
            FlowSchedule.Export(TimeSpan.FromHours(hours), first, end is { } last ? DateTimeOffset.UnixEpoch.AddHours(last) : null);
        var export = new DatasetExportDefinition(ExportDestination.DataLandingZone("p")) { FileType = fileType };

        Assert.Equal("f1", await _destinations.ScheduleDatasetExportAsync("d1", export, schedule));

        foreach ((string resource, string change) in new[] { ("flows/f1", rescheduled), ("targetConnections/t1", reformatted) })
        {
            Assert.Equal(change.Length == 0 ? 0 : 1, _wire.Count("PATCH", $"{Root}/{resource}"));
            if (change.Length > 0) Assert.Contains(change, _wire.Single("PATCH", $"{Root}/{resource}").Body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(_wire.Requests, request => request.Method == "POST");
    }

    private Wire ExistingFlow() => _wire
        .On("GET", $"{Root}/flows", """{"items":[{"id":"f1","name":"Dataset d1 to p (parquet, gzip)"}]}""")
        .On("GET", $"{Root}/runs", Runs);
}
