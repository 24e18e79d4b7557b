using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Destinations;

public sealed class AudienceActivationTests : IDisposable
{
    private const string Root = "/data/foundation/flowservice";
    private const string AdHoc = "/data/core/activation/disflowprovider/adhocrun";
    private const string Mappings = "/data/foundation/conversion/mappingSets";
    private const string Catalog = "/data/foundation/catalog/dataSets";
    private const string Started =
        """{"order":[{"segment":"s1","order":"flows-1","statusURL":"https://platform.adobe.io/data/foundation/flowservice/runs/r2"}]}""";
    private const string Runs =
        """
        {"items":[{"id":"r1","createdAt":1,"metrics":{"statusSummary":{"status":"success"}}},
                  {"id":"r2","createdAt":2,"metrics":{"recordSummary":{"outputRecordCount":7},"fileSummary":{"outputFileCount":1},
                   "statusSummary":{"status":"success"}}}]}
        """;

    private static readonly LandingZoneActivation Csv = LandingZoneActivation.Csv(
        "cmle/audiences", new ActivationField("_acme.userid", "userid"), new ActivationField("_acme.propensity", "propensity"));

    private readonly Wire _wire = new();
    private readonly DestinationsClient _destinations;
    private bool _labelled;

    public AudienceActivationTests() =>
        _destinations = _wire.Destinations();

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task AnActivationIsBuiltFromItsParts()
    {
        foreach (string kind in new[] { "flows", "connections", "sourceConnections", "targetConnections" })
            _wire.On("GET", $"{Root}/{kind}", """{"items":[]}""").On("POST", $"{Root}/{kind}", (201, $$"""{"id":"{{kind}}-1"}"""));
        _wire.On("GET", Catalog, "{}").On("GET", $"{Root}/flows/flows-1", Flow("", ""))
            .On("PATCH", $"{Root}/flows/flows-1", """{"id":"flows-1"}""")
            .On("POST", Mappings, """{"id":"m1","version":0}""")
            .On("GET", $"{Root}/runs", """{"items":[]}""", Runs)
            .On("POST", AdHoc, Started);

        AudienceActivation activation = await _destinations.ActivateAudienceAsync("s1", Csv);

        Assert.Equal(("flows-1", "r2", 7L, 1L), (activation.FlowId, activation.Run.Id, activation.Profiles, activation.Files));
        Wire.IsJson(
            """{"name":"Profile Store","connectionSpec":{"id":"8a9c3494-9708-43d7-ae3f-cda01e5030e1","version":"1.0"}}""",
            _wire.Single("POST", $"{Root}/sourceConnections"));
        Wire.IsJson(
            """
            {"name":"Data Landing Zone cmle/audiences s1","baseConnectionId":"connections-1",
             "connectionSpec":{"id":"10440537-2a7b-4583-ac39-ed38d4b848e8","version":"1.0"},
             "params":{"mode":"Server-to-server","path":"cmle/audiences","compression":"NONE","fileType":"CSV"}}
            """,
            _wire.Single("POST", $"{Root}/targetConnections"));
        Wire.IsJson(
            """
            {"name":"Audience s1 to cmle/audiences","flowSpec":{"id":"cd2fc47e-e838-4f38-a581-8fff2f99b63a","version":"1.0"},
             "sourceConnectionIds":["sourceConnections-1"],"targetConnectionIds":["targetConnections-1"],
             "transformations":[{"name":"GeneralTransform","params":{"mandatoryFields":[],"primaryFields":[],"profileMapping":{},
              "segmentSelectors":{"selectors":[]}}}]}
            """,
            _wire.Single("POST", $"{Root}/flows"));
        Wire.IsJson(
            """
            {"inputSchema":{"schemaRef":{"id":"https://ns.adobe.com/xdm/context/profile__union",
             "contentType":"application/vnd.adobe.xed-full+json;version=1"}},
             "outputSchema":{"jsonSchema":{"type":"object","properties":{"userid":{"type":"string"},"propensity":{"type":"string"}}}},
             "mappings":[{"source":"_acme.userid","destination":"userid","sourceType":"ATTRIBUTE"},
                         {"source":"_acme.propensity","destination":"propensity","sourceType":"ATTRIBUTE"}]}
            """,
            _wire.Single("POST", Mappings));
        Wire.IsJson(
            """
            [{"op":"add","path":"/transformations/0/params/profileMapping","value":{"mappingId":"m1","mappingVersion":0}},
             {"op":"add","path":"/transformations/0/params/segmentSelectors/selectors/-","value":{"type":"PLATFORM_SEGMENT",
              "value":{"id":"s1",
               "filenameTemplate":"%DESTINATION%_%SEGMENT_ID%_%DATETIME(YYYYMMdd_HHmmss)%","exportMode":"DAILY_FULL_EXPORT",
               "schedule":{"frequency":"ONCE","triggerType":"SCHEDULED","startDate":"2026-03-01","startTime":"14:00"}}}}]
            """,
            _wire.Single("PATCH", $"{Root}/flows/flows-1"));
        var run = _wire.Single("POST", AdHoc);
        Assert.Equal("application/vnd.adobe.adhoc.activation+json; version=2", Assert.Single(run.Headers!["Accept"]));
        Wire.IsJson("""{"activationInfo":{"flows-1":["s1"]}}""", run);
    }

    [Theory]
    [InlineData("_acme.userId", "_acme.userid")]
    [InlineData("_acme.propensty", "_acme.propensity")]
    [InlineData("_acme.propensity.value", "_acme.propensity")]
    [InlineData("firstName", "person.name.firstName")]
    public async Task AnAttributeThatNoProfileHasIsNamedWithThoseLikeIt(string attribute, string near)
    {
        var files = LandingZoneActivation.Csv("p", Csv.Fields[0], new ActivationField(attribute, "column"));
        UnknownAttributeException unknown =
            await Assert.ThrowsAsync<UnknownAttributeException>(() => _destinations.ActivateAudienceAsync("s1", files));
        Assert.Equal(attribute, unknown.Attribute);
        Assert.Contains(near, unknown.Near);
        Assert.Contains(near, unknown.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnknownAttributeException>(() => _destinations.ActivateAudienceAsync(
            "s1", new StreamingActivation("Webhook", "spec", "flow-spec") { Attributes = [attribute] }));
        await Assert.ThrowsAsync<UnknownAttributeException>(() => _destinations.ActivateAudienceAsync(
            "s1", Csv.ToDefinition() with { DeduplicationKey = DeduplicationKey.Attributes(attribute) }));
        Assert.DoesNotContain(_wire.Requests, request => request.Path!.StartsWith(Root, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAttributeThatTheUnionDoesNotShowIsActivatedWhereThatIsAllowed()
    {
        ExistingFlow("2026-03-01").On("PATCH", $"{Root}/flows/flows-1", """{"id":"flows-1"}""").On("POST", AdHoc, Started)
            .On("PUT", $"{Mappings}/m1", """{"id":"m1","version":1}""");
        var files = LandingZoneActivation.Csv("cmle/audiences", new ActivationField("account.industry", "industry"));
        await Assert.ThrowsAsync<UnknownAttributeException>(() => _destinations.ActivateAudienceAsync("s1", files));
        await _destinations.ActivateAudienceAsync("s1", files with { AllowUnknownAttributes = true });
        Assert.NotNull(_wire.Single("POST", AdHoc));
    }

    [Fact]
    public async Task WhatThePlatformAddsAndKeysOfMapsAreAttributes()
    {
        ExistingFlow("2026-03-01").On("PATCH", $"{Root}/flows/flows-1", """{"id":"flows-1"}""").On("POST", AdHoc, Started)
            .On("PUT", $"{Mappings}/m1", """{"id":"m1","version":1}""");
        await _destinations.ActivateAudienceAsync("s1", LandingZoneActivation.Csv(
            "cmle/audiences", new ActivationField("identityMap.ECID", "ecid"),
            new ActivationField("xdm: segmentMembership.status", "status"), new ActivationField("_acme.tags.blue", "blue"),
            new ActivationField("_acme.userid", "one"), new ActivationField("_acme.userid", "two")));
    }

    [Fact]
    public async Task AColumnOrAnAttributeOfAStreamThatStandsTwiceIsRefused()
    {
        ArgumentException twice = await Assert.ThrowsAsync<ArgumentException>(() => _destinations.ActivateAudienceAsync(
            "s1", LandingZoneActivation.Csv("p", Csv.Fields[0], new ActivationField("_acme.email", "userid"))));
        Assert.Contains("userid 2 times, of _acme.userid and of _acme.email", twice.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => _destinations.ActivateAudienceAsync(
            "s1", new StreamingActivation("Webhook", "spec", "flow-spec") { Attributes = ["_acme.userid", "_acme.userid"] }));
        Assert.Empty(_wire.Requests);
    }

    [Fact]
    public async Task WithoutAUnionThereIsNothingToActivate()
    {
        using var bare = new Wire();
        var destinations = new DestinationsClient(
            bare.Pipeline, new FlowsClient(bare.Pipeline), new MappingsClient(bare.Pipeline), new DatasetsClient(bare.Pipeline),
            new SchemasClient(bare.Pipeline));
        AepException none = await Assert.ThrowsAsync<AepException>(() => destinations.ActivateAudienceAsync("s1", Csv));
        Assert.Contains("no schema of the class XDM Individual Profile", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameDayNothingIsChanged()
    {
        ExistingFlow("2026-03-01").On("POST", AdHoc, Started);
        await _destinations.ActivateAudienceAsync("s1", Csv);
        Assert.Equal(0, _wire.Count("PATCH", $"{Root}/flows/flows-1"));
        Assert.Equal(0, _wire.Count("POST", Mappings));
    }

    [Fact]
    public async Task AnotherDayTheScheduleIsRenewed()
    {
        ExistingFlow("2026-02-28").On("PATCH", $"{Root}/flows/flows-1", """{"id":"flows-1"}""").On("POST", AdHoc, Started);

        await _destinations.ActivateAudienceAsync("s1", Csv);

        string body = _wire.Single("PATCH", $"{Root}/flows/flows-1").Body!;
        Assert.Contains(
            """{"op":"replace","path":"/transformations/0/params/segmentSelectors/selectors/0",""", body, StringComparison.Ordinal);
        Assert.Contains("2026-03-01", body, StringComparison.Ordinal);
        Assert.Equal(0, _wire.Count("POST", Mappings));
    }

    [Fact]
    public async Task OtherColumnsBecomeANewVersionOfTheMapping()
    {
        ExistingFlow("2026-03-01").On("PUT", $"{Mappings}/m1", """{"id":"m1","version":3}""")
            .On("PATCH", $"{Root}/flows/flows-1", """{"id":"flows-1"}""").On("POST", AdHoc, Started);

        await _destinations.ActivateAudienceAsync(
            "s1", LandingZoneActivation.Csv("cmle/audiences", new ActivationField("_acme.userid", "user")));

        string columns = """[{"source":"_acme.userid","destination":"user","sourceType":"ATTRIBUTE"}]""";
        Assert.Contains(columns, _wire.Single("PUT", $"{Mappings}/m1").Body, StringComparison.Ordinal);
        Wire.IsJson(
            """[{"op":"replace","path":"/transformations/0/params/profileMapping","value":{"mappingId":"m1","mappingVersion":3}}]""",
            _wire.Single("PATCH", $"{Root}/flows/flows-1"));
        Assert.Equal(0, _wire.Count("POST", Mappings));
    }

    [Fact]
    public async Task AnotherFormatChangesTheTargetOfTheDataflowThatIsThere()
    {
        ExistingFlow("2026-03-01").On("PATCH", $"{Root}/targetConnections/t1", """{"id":"t1"}""").On("POST", AdHoc, Started);
        AudienceFileDefinition files = Csv.ToDefinition() with
        {
            Format = AudienceFileFormat.CsvWith(new CsvFileOptions { Delimiter = '|', Quote = null, NullValue = "" }),
            Compression = "GZIP",
            IncludeManifest = true,
        };

        Assert.Equal("flows-1", (await _destinations.ActivateAudienceAsync("s1", files)).FlowId);

        Wire.IsJson(
            """
            [{"op":"replace","path":"/params","value":{"mode":"Server-to-server","path":"cmle/audiences","own":1,"compression":"GZIP",
             "fileType":"CSV",
              "csvOptions":{"delimiter":"|","quote":"","escape":"\\","nullValue":"","emptyValue":""},"includeFileManifest":true}}]
            """,
            _wire.Single("PATCH", $"{Root}/targetConnections/t1"));
        Assert.Equal(0, _wire.Count("POST", $"{Root}/flows"));
    }

    [Fact]
    public async Task KeysAndMandatoryFieldsGoIntoTheDataflowWhenTheyAreOthers()
    {
        ExistingFlow("2026-03-01").On("PATCH", $"{Root}/flows/flows-1", """{"id":"flows-1"}""").On("POST", AdHoc, Started);
        var files = new AudienceFileDefinition(ExportDestination.DataLandingZone("cmle/audiences"),
            [new ActivationField("_acme.userid", "userid") { IsMandatory = true }, new ActivationField("_acme.propensity", "propensity")])
        {
            DeduplicationKey = DeduplicationKey.Attributes("_acme.userid", "_acme.propensity"),
        };

        await _destinations.ActivateAudienceAsync("s1", files);

        Wire.IsJson(
            """
            [{"op":"add","path":"/transformations/0/params/mandatoryFields","value":["_acme.userid"]},
             {"op":"add","path":"/transformations/0/params/primaryFields","value":[{"fieldType":"ATTRIBUTE","attributePath":"_acme.userid"},
               {"fieldType":"ATTRIBUTE","attributePath":"_acme.propensity"}]}]
            """,
            _wire.Single("PATCH", $"{Root}/flows/flows-1"));
    }

    [Fact]
    public void WhatFilesCannotBeIsRefusedWhereItIsWritten()
    {
        Assert.Contains("Delimiter", Refused(() => new CsvFileOptions { Delimiter = '#' }), StringComparison.Ordinal);
        Assert.Contains("Quote", Refused(() => new CsvFileOptions { Quote = '\'' }), StringComparison.Ordinal);
        Assert.Contains("Escape", Refused(() => new CsvFileOptions { Escape = '"' }), StringComparison.Ordinal);
        Assert.Contains("NullValue", Refused(() => new CsvFileOptions { NullValue = "NA" }), StringComparison.Ordinal);
        Assert.Contains("EmptyValue", Refused(() => new CsvFileOptions { EmptyValue = " " }), StringComparison.Ordinal);
        Assert.Contains("one or two", Refused(() => DeduplicationKey.Attributes("a", "b", "c")), StringComparison.Ordinal);
        Assert.Contains("one or two", Refused(() => DeduplicationKey.Attributes()), StringComparison.Ordinal);
        Assert.Equal(("JSON", "PARQUET"),
            (LandingZoneActivation.Json("p", Csv.Fields).Format.FileType, LandingZoneActivation.Parquet(
                "p", Csv.Fields).ToDefinition().Format.FileType));

        static string Refused(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;
    }

    public static TheoryData<string, AudienceSchedule, string, bool> Selections => new()
    {
        { """{"exportMode":"DAILY_FULL_EXPORT","schedule":{"frequency":"DAILY","startTime":"06:00"}}""",
            AudienceSchedule.Daily(new TimeOnly(6, 30)), "", false },
        { """{"exportMode":"DAILY_FULL_EXPORT","schedule":{"frequency":"DAILY","startTime":"06:00"}}""",
            AudienceSchedule.Daily(new TimeOnly(7, 0)), "07:00", true },
        { """{"exportMode":"DAILY_FULL_EXPORT","schedule":{"frequency":"DAILY"}}""", AudienceSchedule.Incremental(24, default),
            "FIRST_FULL_THEN_INCREMENTAL", true },
        { """{"schedule":{"frequency":"DAILY"}}""", AudienceSchedule.Incremental(3, default), "EVERY_3_HOURS", true },
        { """{"schedule":{"frequency":"DAILY","endDate":"2026-04-01"}}""", AudienceSchedule.Daily(default, new DateOnly(2026, 4, 1)), "",
            false },
        { """{"schedule":{"frequency":"DAILY"}}""", AudienceSchedule.Daily(default, new DateOnly(2026, 4, 1)), "2026-04-01", true },
        { """{"filenameTemplate":"%SEGMENT_ID%","schedule":{"frequency":"DAILY"}}""", AudienceSchedule.Daily(default), "%DESTINATION%",
            true },
        { """{"schedule":{"frequency":"WEEKLY","startDate":"2026-02-04"}}""", AudienceSchedule.Weekly(default), "", false },
        { """{"schedule":{"frequency":"DAILY"}}""", AudienceSchedule.Weekly(default), "WEEKLY", true },
        { """{"schedule":{"frequency":"WEEKLY"}}""", AudienceSchedule.Monthly(default), "MONTHLY", true },
        { """{"schedule":{"frequency":"DAILY","triggerType":"AFTER_SEGMENT_EVAL"}}""", AudienceSchedule.AfterEvaluation(), "", false },
        { """{"schedule":{"frequency":"DAILY","triggerType":"AFTER_SEGMENT_EVAL"}}""", AudienceSchedule.Daily(default), "SCHEDULED", true },
        { """{"schedule":{"frequency":"DAILY"}}""", AudienceSchedule.AfterEvaluation(), "AFTER_SEGMENT_EVAL", true },
        { """{"schedule":{"frequency":"DAILY","startDate":"2026-02-01"}}""",
            AudienceSchedule.Daily(default) with { StartDate = new DateOnly(2026, 2, 1) }, "", false },
        { """{"schedule":{"frequency":"DAILY","startDate":"2026-02-01"}}""",
            AudienceSchedule.Daily(default) with { StartDate = new DateOnly(2026, 3, 1) }, "2026-03-01", true },
    };

    [Theory]
    [MemberData(nameof(Selections))]
    public async Task AScheduleOrNameThatChangedIsWritten(string selected, AudienceSchedule schedule, string written, bool changes)
    {
        ExistingSelection(selected[1..^1]).On("PATCH", $"{Root}/flows/flows-1", """{"id":"flows-1"}""").On("POST", AdHoc, Started);

        await _destinations.ActivateAudienceAsync("s1", Csv.ToDefinition() with { Schedule = schedule });

        Assert.Equal(changes ? 1 : 0, _wire.Count("PATCH", $"{Root}/flows/flows-1"));
        if (changes) Assert.Contains(written, _wire.Single("PATCH", $"{Root}/flows/flows-1").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AScheduleIsMadeWithoutARun()
    {
        ExistingSelection("\"schedule\":{}").On("PATCH", $"{Root}/flows/flows-1", """{"id":"flows-1"}""");
        AudienceSchedule schedule = AudienceSchedule.AfterEvaluation(
            new DateOnly(2026, 5, 1)) with
        { StartDate = new DateOnly(2026, 4, 1) };

        Assert.Equal("flows-1", await _destinations.ScheduleAudienceAsync("s1", Csv.ToDefinition() with { Schedule = schedule }));

        Wire.IsJson(
            """
            [{"op":"replace","path":"/transformations/0/params/segmentSelectors/selectors/0","value":{"type":"PLATFORM_SEGMENT",
             "value":{"id":"s1",
               "filenameTemplate":"%DESTINATION%_%SEGMENT_ID%_%DATETIME(YYYYMMdd_HHmmss)%","exportMode":"DAILY_FULL_EXPORT",
               "schedule":{"frequency":"DAILY","triggerType":"AFTER_SEGMENT_EVAL","startDate":"2026-04-01","endDate":"2026-05-01"}}}}]
            """,
            _wire.Single("PATCH", $"{Root}/flows/flows-1"));
        Assert.Equal(0, _wire.Count("POST", AdHoc));
    }

    [Fact]
    public async Task AScheduleThatIsNotTodaysGoesWithNoRun()
    {
        AudienceFileDefinition files = Csv.ToDefinition();
        AudienceSchedule ahead = AudienceSchedule.Daily(default) with { StartDate = new DateOnly(2026, 3, 2) };
        AudienceSchedule over = AudienceSchedule.Daily(default, new DateOnly(2026, 3, 1));

        await Assert.ThrowsAsync<ArgumentException>(() => _destinations.ActivateAudienceAsync("s1", files with { Schedule = ahead }));
        await Assert.ThrowsAsync<ArgumentException>(() => _destinations.ActivateAudienceAsync("s1", files with { Schedule = over }));
        await Assert.ThrowsAsync<ArgumentException>(() => _destinations.ScheduleAudienceAsync("s1", files with { Schedule = over }));
        Assert.Empty(_wire.Requests);
    }

    [Fact]
    public async Task AnActivationThatIsNotReadyIsTriedAgainUntilItsTimeIsOver()
    {
        const string notReady = """{"message":"Following order ID(s) are not ready, please wait for 10 minutes and retry."}""";
        ExistingFlow("2026-03-01").On("POST", AdHoc, (400, notReady), (400, notReady), Started);
        Assert.Equal("r2", (await _destinations.ActivateAudienceAsync("s1", Csv)).Run.Id);
        Assert.Equal(3, _wire.Count("POST", AdHoc));
    }

    [Fact]
    public async Task ARunUnderWayIsAwaitedAndThenOneIsStarted()
    {
        ExistingFlow("2026-03-01").On(
            "POST", AdHoc, (400, """{"message":"Run already going on for audience s1 for order flows-1 with run id r1"}"""), Started);

        AudienceActivation activation = await _destinations.ActivateAudienceAsync("s1", Csv);

        Assert.Equal("r2", activation.Run.Id);
        Assert.Equal(2, _wire.Count("POST", AdHoc));
    }

    [Fact]
    public async Task ASegmentOutOfScheduleIsTheServicesError()
    {
        ExistingFlow("2026-03-01")
            .On("POST", AdHoc, (400, """{"message":"Segments s are not part of this dataflow or out of schedule range!"}"""));
        var error = await Assert.ThrowsAsync<AepRequestException>(() => _destinations.ActivateAudienceAsync("s1", Csv));
        Assert.Contains("out of schedule range", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"labels":[],"optionalLabels":[{"option":{"schemaPath":"/properties/_acme/properties/propensity"},"labels":["C9"]}]}""",
        "_acme/properties/propensity")]
    [InlineData(
        """{"labels":[],"optionalLabels":[{"option":{"schemaPath":"/properties/_acme"},"labels":["PSPD"]}]}""", "/properties/_acme")]
    [InlineData("""{"labels":["RHD"]}""", "_acme.userid (the dataset Scores as a whole)")]
    public async Task AttributesWithALabelStay(string labels, string where)
    {
        Labelled(labels);

        var error = await Assert.ThrowsAsync<GovernanceViolationException>(() => _destinations.ActivateAudienceAsync("s1", Csv));

        Assert.Contains("The audience s1", error.Message, StringComparison.Ordinal);
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _wire.Requests.Count(request => request.Method != "GET"));
        var streaming = new StreamingActivation("Webhook", "spec", "flow-spec") { Attributes = ["_acme.userid", "_acme.propensity"] };
        await Assert.ThrowsAsync<GovernanceViolationException>(() => _destinations.ActivateAudienceAsync("s1", streaming));
    }

    [Theory]
    // another field
    [InlineData("""{"labels":[],"optionalLabels":[{"option":{"schemaPath":"/properties/_acme/properties/health"},"labels":["RHD"]}]}""")]
    // another label
    [InlineData("""{"labels":[],"optionalLabels":[{"option":{"schemaPath":"/properties/_acme/properties/userid"},"labels":["I1"]}]}""")]
    public async Task OtherLabelsStopNothing(string labels)
    {
        Labelled(labels);
        ExistingFlow("2026-03-01").On("POST", AdHoc, Started);
        Assert.Equal("r2", (await _destinations.ActivateAudienceAsync("s1", Csv)).Run.Id);
    }

    [Fact]
    public async Task AReasonLetsLabelledAttributesGo()
    {
        Labelled("""{"labels":["RHD"]}""");
        ExistingFlow("2026-03-01").On("POST", AdHoc, Started);
        LandingZoneActivation allowed = Csv with { Guard = GovernanceGuard.Default.Override("allowed by the privacy office") };
        Assert.Equal("r2", (await _destinations.ActivateAudienceAsync("s1", allowed)).Run.Id);
    }

    [Fact]
    public void ColumnsHaveNoDots()
    {
        Assert.Throws<ArgumentException>(() => LandingZoneActivation.Csv("p", new ActivationField("a", "a.b")));
        Assert.Throws<ArgumentException>(() => LandingZoneActivation.Csv("p"));
    }

    // One dataset feeds Profile; the labels of the other do not matter.
    private void Labelled(string labels) => _labelled = _wire
        .On("GET", Catalog, """
            {"d1":{"name":"Scores","tags":{"unifiedProfile":["enabled:true"]},"schemaRef":{"id":"https://ns.adobe.com/acme/schemas/1",
             "contentType":"application/vnd.adobe.xed-full+json;version=1"}},
             "d2":{"name":"Events"}}
            """)
        .On("GET", "/data/foundation/dataset/datasets/d1/labels", labels)
        .On("GET", "/data/foundation/schemaregistry/tenant/schemas/*", """
            {"$id":"https://ns.adobe.com/acme/schemas/1","title":"Scores","type":"object",
             "properties":{"_acme":{"type":"object","properties":{"userid":{"type":"string"},"propensity":{"type":"number"}}}}}
            """) is not null;

    private static string Flow(string mapping, string selectors) =>
        """
        {"items":[{"id":"flows-1","etag":"\"e\"","targetConnectionIds":["t1"],"transformations":[{"name":"GeneralTransform",
         "params":{"profileMapping":{M},"segmentSelectors":{"selectors":[S]}}}]}]}
        """
            .Replace("{M}", $"{{{mapping}}}", StringComparison.Ordinal).Replace("[S]", $"[{selectors}]", StringComparison.Ordinal);

    private Wire ExistingFlow(string startDate) => ExistingSelection($"\"schedule\":{{\"startDate\":\"{startDate}\"}}");

    private Wire ExistingSelection(string selected) => (_labelled ? _wire : _wire.On("GET", Catalog, "{}"))
        .On("GET", $"{Root}/flows", """{"items":[{"id":"flows-1","name":"Audience s1 to cmle/audiences"}]}""")
        .On("GET", $"{Root}/flows/flows-1", Flow(
            "\"mappingId\":\"m1\"", $$$"""{"type":"PLATFORM_SEGMENT","value":{"id":"s1",{{{selected}}}}}"""))
        .On("GET", $"{Root}/targetConnections/t1", """
            {"items":[{"id":"t1","etag":"\"t\"","params":{"mode":"Server-to-server","path":"cmle/audiences","compression":"NONE",
             "fileType":"CSV","own":1}}]}
            """)
        .On("GET", $"{Mappings}/m1", """
            {"id":"m1","version":0,"mappings":[{"source":"_acme.userid","destination":"userid","sourceType":"ATTRIBUTE"},
              {"source":"_acme.propensity","destination":"propensity","sourceType":"ATTRIBUTE"}]}
            """)
        .On("GET", $"{Root}/runs", Runs);
}
