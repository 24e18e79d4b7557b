using Aep.Sdk.Segmentation;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Segmentation;

/// <summary>External audiences, with the examples of Adobe's page.</summary>
public sealed class ExternalAudiencesClientTests : IDisposable
{
    private const string Base = "/data/core/ais/external-audience";
    private const string Id = "60ccea95-1435-4180-97a5-58af4aa285ab";

    private const string Details =
        """
        {"name":"Sample external audience","description":"A sample version of an external audience","fields":[
          {"name":"ppid","type":"string","identityNs":"Email"},{"name":"list_id","type":"string","labels":["core/C2","custom/deep"]},
          {"name":"delete","type":"number"},{"name":"process_consent","type":"string"}],
         "sourceSpec":{"params":{"path":"activation/sample-source/example.csv","type":"file","sourceType":"Cloud Storage",
           "baseConnectionId":"1d1d4bc5-b527-46a3-9863-530246a61b2b"}},
         "ttlInDays":40,"labels":["core/C1"],"audienceType":"people","originName":"CUSTOM_UPLOAD"}
        """;

    private static readonly ExternalAudienceDefinition Sample = new(
        "Sample external audience",
        [
            ExternalAudienceField.Identity("ppid", "email"), ExternalAudienceField.Of(
                "list_id", ExternalFieldType.Text, "core/C2", "custom/deep"),
            ExternalAudienceField.Of("delete", ExternalFieldType.Number), ExternalAudienceField.Of(
                "process_consent", ExternalFieldType.Text),
        ],
        ExternalAudienceSource.File(ExternalCloud.AmazonS3, "1d1d4bc5-b527-46a3-9863-530246a61b2b", "activation/sample-source/example.csv"))
    {
        Description = "A sample version of an external audience",
        TtlInDays = 40,
        Labels = ["core/C1"],
    };

    private readonly Wire _wire = new();
    private readonly ExternalAudiencesClient _audiences;

    public ExternalAudiencesClientTests() => _audiences = new SegmentationClient(_wire.Pipeline).ExternalAudiences;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task A_creation_is_asked_for_and_awaited()
    {
        _wire.On("POST", $"{Base}/", (202, $$"""{"operationId":"o1","operationDetails":{{Details}}}""")).On(
            "GET",
            $"{Base}/operations/o1",
            $$"""{"operationId":"o1","status":"PROCESSING","operationDetails":{{Details}}}""",
            $$"""
            {"operationId":"o1","status":"SUCCESS","operationDetails":{{Details}},"audienceName":"Sample external audience",
             "audienceId":"{{Id}}",
             "createdBy":"u1","createdAt":1749324248,"updatedBy":"u2","updatedAt":1749624273}
            """);

        ExternalAudienceOperation creation = await _audiences.CreateAsync(Sample);
        ExternalAudience audience = await creation.WaitForCompletionAsync();

        Assert.Equal(("o1", Id, "Sample external audience", 40), (creation.Id, audience.AudienceId, audience.Name, audience.TtlInDays));
        Assert.Equal(
            ("u1", 1749324248L, "u2", 1749624273L), (audience.CreatedBy, audience.CreatedAt, audience.UpdatedBy, audience.UpdatedAt));
        Assert.Equal(["ppid", "list_id", "delete", "process_consent"], audience.Fields.Select(field => field.Name));
        Assert.Equal(("Email", ExternalFieldType.Number), (audience.Fields[0].IdentityNamespace, audience.Fields[2].Type));
        Assert.Equal("activation/sample-source/example.csv", audience.Source!.Path);
        Wire.IsJson(
            """
            {"name":"Sample external audience","description":"A sample version of an external audience","fields":[
              {"name":"ppid","type":"string","identityNs":"email"},{"name":"list_id","type":"string","labels":["core/C2","custom/deep"]},
              {"name":"delete","type":"number"},{"name":"process_consent","type":"string"}],
             "sourceSpec":{"params":{"path":"activation/sample-source/example.csv","type":"file","sourceType":"Cloud Storage",
              "cloudType":"S3",
               "baseConnectionId":"1d1d4bc5-b527-46a3-9863-530246a61b2b"}},
             "ttlInDays":40,"labels":["core/C1"],"audienceType":"people","originName":"CUSTOM_UPLOAD"}
            """,
            _wire.Single("POST", $"{Base}/"));
    }

    [Fact]
    public async Task A_creation_that_fails_says_what_the_service_says()
    {
        _wire.On("GET", $"{Base}/operations/o1", """{"operationId":"o1","status":"FAILED","message":"no such file"}""");
        var failed = await Assert.ThrowsAsync<AepOperationFailedException>(() => _audiences.GetOperation("o1").WaitForCompletionAsync());
        Assert.Equal("message: no such file", Assert.Single(failed.Errors));
    }

    [Fact]
    public async Task A_state_that_is_not_known_is_no_success_and_the_wait_ends()
    {
        _wire.On("GET", $"{Base}/operations/o1", """{"operationId":"o1","status":"PAUSED"}""");
        await Assert.ThrowsAsync<AepOperationTimeoutException>(() => _audiences.GetOperation("o1").WaitForCompletionAsync());
    }

    [Fact]
    public async Task An_audience_that_is_there_is_a_conflict()
    {
        _wire.On("POST", $"{Base}/", (409, """{"type":"100950-409","title":"DUPLICATE_RESOURCE","status":409}"""));
        await Assert.ThrowsAsync<AepConflictException>(() => _audiences.CreateAsync(Sample));
    }

    [Fact]
    public async Task An_ingestion_is_started_and_awaited()
    {
        _wire.On(
                "POST", $"{Base}/{Id}/runs",
                $$"""
                {"audienceName":"Sample external audience","audienceId":"{{Id}}","runId":"r1","differentialIngestion":true,
                 "dataFilterStartTime":764245635}
                """)
            .On("GET", $"{Base}/{Id}/runs/r1", Run("PROCESSING", "SUCCESS", "PROCESSING"), Run("SUCCESS", "SUCCESS", "SUCCESS"));

        ExternalAudienceRunOperation ingestion = await _audiences.IngestAsync(
            Id, DateTimeOffset.FromUnixTimeSeconds(764245635), DateTimeOffset.FromUnixTimeSeconds(4565657575));
        ExternalAudienceRun run = await ingestion.WaitForCompletionAsync();

        Assert.Equal((Id, "r1", true), (ingestion.AudienceId, run.RunId, run.DifferentialIngestion));
        Assert.Equal(["DATASET_INGEST", "PROFILE_STORE_INGEST"], run.Details.Select(stage => stage.Stage));
        Wire.IsJson("""{"dataFilterStartTime":764245635,"dataFilterEndTime":4565657575}""", _wire.Single("POST", $"{Base}/{Id}/runs"));
    }

    [Fact]
    public async Task An_ingestion_that_fails_names_the_stage_and_its_flow_run()
    {
        _wire.On("GET", $"{Base}/{Id}/runs/r1", Run("FAILED", "SUCCESS", "FAILED"));
        var failed =
            await Assert.ThrowsAsync<AepOperationFailedException>(() => _audiences.GetRunOperation(Id, "r1").WaitForCompletionAsync());
        Assert.Contains("PROFILE_STORE_INGEST has failed; its flow run f2", Assert.Single(failed.Errors));
    }

    [Fact]
    public async Task Runs_are_listed_and_read()
    {
        _wire.On("GET", $"{Base}/{Id}/runs",
            $$"""{"runs":[{{Run("SUCCESS", "SUCCESS", "SUCCESS")}},{"runId":"r2","status":"FAILED","more":1}]}""")
            .On("GET", $"{Base}/{Id}/runs/r1", Run("SUCCESS", "SUCCESS", "SUCCESS"));
        List<ExternalAudienceRun> runs = await _audiences.ListRunsAsync(Id).ToListAsync();
        Assert.Equal([("r1", ExternalAudienceStatus.Success), ("r2", ExternalAudienceStatus.Failed)], runs.Select(
            run => (run.RunId, run.Status!.Value)));
        Assert.Equal("more", Assert.Single(runs[1].AdditionalProperties).Key);
        Assert.Equal(1785678909, (await _audiences.GetRunAsync(Id, "r1")).CreatedAt);
    }

    [Fact]
    public async Task Changes_name_only_what_shall_be_otherwise()
    {
        _wire.On(
            "PATCH", $"{Base}/{Id}",
            $$"""
            {"audienceId":"{{Id}}","audienceName":"Sample external audience","description":"New sample description","fields":[],
             "sourceSpec":{"path":"activation/sample-source/example.csv","type":"file"},"ttlInDays":"40"}
            """);
        ExternalAudience changed = await _audiences.UpdateAsync(Id, new ExternalAudienceChanges { Description = "New sample description" });
        Assert.Equal(
            ("Sample external audience", "New sample description", "activation/sample-source/example.csv", 40),
            (changed.Name, changed.Description, changed.Source!.Path, changed.TtlInDays));
        Wire.IsJson("""{"description":"New sample description"}""", _wire.Single("PATCH", $"{Base}/{Id}"));
    }

    [Fact]
    public async Task An_audience_is_kept_longer_and_deleted()
    {
        _wire.On("POST", $"{Base}/extend-ttl/{Id}", $$"""{"audienceId":"{{Id}}","name":"Sample external audience"}""")
            .On("DELETE", $"{Base}/{Id}", (204, ""));
        Assert.Equal("Sample external audience", (await _audiences.ExtendExpirationAsync(Id)).Name);
        await _audiences.DeleteAsync(Id);
        Assert.Equal(1, _wire.Count("DELETE", $"{Base}/{Id}"));
    }

    [Fact]
    public async Task What_the_service_does_not_take_is_not_sent()
    {
        ExternalAudienceField column = ExternalAudienceField.Of("a", ExternalFieldType.Date);
        (ExternalAudienceDefinition Wrong, string Says)[] definitions =
        [
            (Sample with { Fields = [] }, "1 to 41 fields"),
                (Sample with { Fields = [.. Enumerable.Repeat(Sample.Fields[0], 42)] }, "these are 42"),
            (Sample with { Fields = [column] }, "ExternalAudienceField.Identity"), (Sample with { TtlInDays = 91 }, "not 91"),
                (Sample with { TtlInDays = 0 }, "1 to 90"),
            (Sample with { Source = ExternalAudienceSource.LandingZoneFile("a/my file.csv") }, "'a/my file.csv'"),
                (Sample with { Name = " " }, "definition"),
            (Sample with { Source = ExternalAudienceSource.Folder(ExternalCloud.Sftp, "", "a") }, "SFTP needs the id of a base connection"),
        ];
        foreach ((ExternalAudienceDefinition wrong, string says) in definitions)
            Assert.Contains(says, (await Assert.ThrowsAsync<ArgumentException>(() => _audiences.CreateAsync(wrong))).Message);
        await Assert.ThrowsAsync<ArgumentException>(() => _audiences.UpdateAsync(Id, new ExternalAudienceChanges { TtlInDays = 91 }));
        await Assert.ThrowsAsync<ArgumentException>(() => _audiences.IngestAsync(Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
        Assert.Empty(_wire.Requests);
    }

    private static string Run(string status, string lake, string profiles) =>
        $$"""
        {"audienceName":"Sample external audience","audienceId":"{{Id}}","runId":"r1","status":"{{status}}","differentialIngestion":true,
         "dataFilterStartTime":764245635,"dataFilterEndTime":3456788568,"createdAt":1785678909,"createdBy":"u1","details":[
           {"stage":"DATASET_INGEST","status":"{{lake}}","flowRunId":"f1"},{"stage":"PROFILE_STORE_INGEST","status":"{{profiles}}",
            "flowRunId":"f2"}]}
        """;
}
