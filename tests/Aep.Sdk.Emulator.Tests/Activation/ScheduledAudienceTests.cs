using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.FlowService;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Activation;

/// <summary>Audiences that are exported by a schedule, in full or what has changed, in every format.</summary>
public sealed class ScheduledAudienceTests : IAsyncLifetime
{
    private readonly MovableClock _clock = new();
    private EmulatorFixture _fixture = null!;
    private ActivationFlow _activation = null!;
    private LandingZoneClient _landingZone = null!;

    public async Task InitializeAsync()
    {
        _fixture = await _clock.StartAsync();
        _activation = new ActivationFlow(_fixture);
        _landingZone = new LandingZoneClient(_fixture);
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Incremental_files_hold_those_who_came_and_with_the_status_those_who_left()
    {
        string people = await _activation.Segments.CreatePeopleAsync(("a", 0.5, null), ("b", 0.5, null));
        string likely = await _activation.Segments.CreateAsync("Likely", "_tenant.propensity >= 0.2");
        await _activation.Segments.EvaluateAsync(likely);
        string flow = await CreateAsync(
            likely, "EVERY_3_HOURS", "FIRST_FULL_THEN_INCREMENTAL", "%SEGMENT_NAME%_%DATETIME%", ["userid", "segmentMembership.status"]);
        _clock.Time.Advance(TimeSpan.FromMinutes(30)); // 01:00
        await RunsAsync(flow, 1);
        Assert.Equal(["a,realized", "b,realized"], await RowsAsync("Likely_20260301_0100"));

        await _activation.Segments.AddPeopleAsync(people, ("b", 0.1, null), ("c", 0.9, null));
        await _activation.Segments.EvaluateAsync(likely);
        _clock.Time.Advance(TimeSpan.FromHours(3)); // 04:00
        await RunsAsync(flow, 2);
        Assert.Equal(["b,exited", "c,realized"], await RowsAsync("Likely_20260301_0400"));

        _clock.Time.Advance(TimeSpan.FromHours(3)); // 07:00
        await RunsAsync(flow, 3);
        Assert.Empty(await RowsAsync("Likely_20260301_0700"));
    }

    [Fact]
    public async Task A_full_export_comes_daily_and_not_on_the_last_day()
    {
        await _activation.Segments.CreatePeopleAsync(("a", 0.5, null));
        string all = await _activation.Segments.CreateAsync("All", "true");
        await _activation.Segments.EvaluateAsync(all);
        string flow =
            await CreateAsync(all, "DAILY", "DAILY_FULL_EXPORT", "%DESTINATION_NAME%_%SEGMENT_ID%_%TIMESTAMP%", ["userid"], "2026-03-02");
        _clock.Time.Advance(TimeSpan.FromMinutes(30));
        await RunsAsync(flow, 1);
        string name = Assert.Single(await _landingZone.ListAsync(LandingZoneClient.Destination, "out/"));
        Assert.Matches(string.Create(CultureInfo.InvariantCulture,
            $@"^out/Folder_{all}_{new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() / 100}\d\d\.csv$"), name);
        _clock.Time.Advance(TimeSpan.FromHours(22));
        await RunsAsync(flow, 1);
    }

    [Theory]
    [InlineData("WEEKLY", "DAILY_FULL_EXPORT")]
    [InlineData("MONTHLY", "DAILY_FULL_EXPORT")]
    [InlineData("MONTHLY", "FIRST_FULL_THEN_INCREMENTAL")]
    public async Task Long_intervals_go_with_either_mode(string frequency, string mode)
    {
        await _activation.Segments.CreatePeopleAsync(("a", 0.5, null));
        string all = await _activation.Segments.CreateAsync("All", "true");
        await _activation.Segments.EvaluateAsync(all);
        string flow = await CreateAsync(all, frequency, mode, "%SEGMENT_ID%", ["userid"]);
        _clock.Time.Advance(TimeSpan.FromMinutes(30));
        await RunsAsync(flow, 1);
        _clock.Time.Advance(TimeSpan.FromHours(22));
        await RunsAsync(flow, 1);
    }

    [Fact]
    public async Task An_audience_may_be_exported_after_each_evaluation()
    {
        await _activation.Segments.CreatePeopleAsync(("a", 0.5, null));
        string all = await _activation.Segments.CreateAsync("All", "true");
        await _activation.Segments.EvaluateAsync(all);
        _clock.Time.Advance(TimeSpan.FromMinutes(1));
        string flow = await CreateAsync(all, "DAILY", "DAILY_FULL_EXPORT", "%SEGMENT_ID%", ["userid"], trigger: "AFTER_SEGMENT_EVAL");
        _clock.Time.Advance(TimeSpan.FromHours(2));
        await RunsAsync(flow, 0);
        await _activation.Segments.EvaluateAsync(all);
        await RunsAsync(flow, 1);
        _clock.Time.Advance(TimeSpan.FromHours(2));
        await RunsAsync(flow, 1);
    }

    [Fact]
    public async Task After_the_first_evaluation_a_one_time_export_is_done()
    {
        (string all, string witness) = await EverybodyAsync();
        string flow = await CreateAsync(all, "ONCE", "DAILY_FULL_EXPORT", "%SEGMENT_ID%", ["userid"], trigger: "AFTER_SEGMENT_EVAL");
        string other = await CreateAsync(witness, "DAILY", "DAILY_FULL_EXPORT", "w", ["userid"], trigger: "AFTER_SEGMENT_EVAL");
        for (int evaluation = 1; evaluation <= 2; evaluation++)
        {
            _clock.Time.Advance(TimeSpan.FromMinutes(1));
            await _activation.Segments.EvaluateAsync(all);
            await _activation.Segments.EvaluateAsync(witness);
            await RunsAsync(other, evaluation);
            await RunsAsync(flow, 1);
        }
    }

    [Fact]
    public async Task A_run_on_demand_is_the_one_export_of_a_schedule_whose_time_has_passed()
    {
        (string all, string witness) = await EverybodyAsync();
        _clock.Time.Advance(TimeSpan.FromHours(1)); // 01:30, and the schedule says 01:00.
        string flow = await CreateAsync(all, "ONCE", "DAILY_FULL_EXPORT", "%SEGMENT_ID%", ["userid"]);
        await _activation.FinishAsync((await _activation.StartAsync(flow, all))[0]!);
        string other = await CreateAsync(witness, "ONCE", "DAILY_FULL_EXPORT", "w", ["userid"]);
        await RunsAsync(other, 1);
        await RunsAsync(flow, 1);
    }

    [Fact]
    public async Task A_run_on_demand_before_its_time_does_not_stand_for_a_one_time_export()
    {
        (string all, _) = await EverybodyAsync();
        string flow = await CreateAsync(all, "ONCE", "DAILY_FULL_EXPORT", "%SEGMENT_ID%_%DATETIME%", ["userid"]);
        await _activation.FinishAsync((await _activation.StartAsync(flow, all))[0]!);
        _clock.Time.Advance(TimeSpan.FromMinutes(30)); // 01:00
        await RunsAsync(flow, 2);
    }

    [Theory]
    [InlineData("CSV", "GZIP", ".csv.gz")]
    [InlineData("CSV", "NONE", ".csv")]
    [InlineData("JSON", "GZIP", ".json.gz")]
    [InlineData("JSON", "NONE", ".json")]
    [InlineData("PARQUET", "NONE", ".parquet")]
    [InlineData("PARQUET", "GZIP", ".gz.parquet")]
    public async Task Files_have_the_format_of_the_target_connection(string type, string compression, string ending)
    {
        await _activation.Segments.CreatePeopleAsync(("a", 0.5, "2026-01-01"));
        string all = await _activation.Segments.CreateAsync("All", "true");
        await _activation.Segments.EvaluateAsync(all);
        JsonObject parameters = Parameters(["userid", "propensity", "city"]);
        string flow =
            await _activation.CreateAsync("out", [all], parameters, new JsonObject { ["fileType"] = type, ["compression"] = compression });
        await _activation.FinishAsync((await _activation.StartAsync(flow, all))[0]!);
        string name = Assert.Single(await _landingZone.ListAsync(LandingZoneClient.Destination, "out/"));
        Assert.EndsWith(ending, name);
        byte[] file = await _landingZone.ReadAsync(LandingZoneClient.Destination, name);
        if (type == "PARQUET")
            Assert.Equal(["a", "0.5", "2026-01-01"], ParquetContent.Rows(file)[0]);
        else if (type == "JSON")
            Assert.Equal(
                ["a", "0.5", "2026-01-01"], JsonNode.Parse(Text(file, compression))!.AsObject().Select(member => member.Value!.ToString()));
        else
            Assert.EndsWith("\na,0.5,2026-01-01\n", Text(file, compression));
    }

    [Fact]
    public async Task Csv_files_are_written_with_the_options_of_the_target_connection()
    {
        await _activation.Segments.CreatePeopleAsync(("a;b", 0.5, "say \"hi\""), ("c", null, ""));
        string all = await _activation.Segments.CreateAsync("All", "true");
        await _activation.Segments.EvaluateAsync(all);
        JsonObject parameters = Parameters(["userid", "propensity", "city"]);
        parameters["profileSelectors"]!["mandatoryFields"] = new JsonArray($"{_activation.Segments.Profiles.Tenant}.userid");
        var csv = JsonCalls.Json("""{ "csvOptions": { "delimiter": ";", "escape": "'", "nullValue": "null", "emptyValue": "\"\"" } }""");
        string flow = await _activation.CreateAsync("out", [all], parameters, csv);
        await _activation.FinishAsync((await _activation.StartAsync(flow, all))[0]!);
        Assert.Equal(["\"a;b\";0.5;\"say '\"hi'\"\"", "c;null;\"\""], await RowsAsync("Likely"));
    }

    [Theory]
    [InlineData("ONCE", "FIRST_FULL_THEN_INCREMENTAL")]
    [InlineData("EVERY_6_HOURS", "DAILY_FULL_EXPORT")]
    [InlineData("HOURLY", "DAILY_FULL_EXPORT")]
    [InlineData("DAILY", "WEEKLY_FULL_EXPORT")]
    public async Task A_schedule_that_is_not_possible_is_refused(string frequency, string mode)
    {
        JsonObject flow = await FlowAsync("any", frequency, mode, "%SEGMENT_ID%", ["userid"], null, "SCHEDULED");
        FlowClient.AssertRefused(await _activation.Flows.SendAsync(HttpMethod.Post, "/flows", flow), 400);
    }

    private async Task<(string Audience, string Other)> EverybodyAsync()
    {
        await _activation.Segments.CreatePeopleAsync(("a", 0.5, null));
        string all = await _activation.Segments.CreateAsync("All", "true"), other = await _activation.Segments.CreateAsync("Other", "true");
        await _activation.Segments.EvaluateAsync(all);
        await _activation.Segments.EvaluateAsync(other);
        return (all, other);
    }

    private async Task<string> CreateAsync(
        string segment, string frequency, string mode, string template, string[] attributes, string? end = null,
        string trigger = "SCHEDULED") =>
        await _activation.Flows.CreateAsync("flows", await FlowAsync(segment, frequency, mode, template, attributes, end, trigger));

    private async Task<JsonObject> FlowAsync(
        string segment, string frequency, string mode, string template, string[] attributes, string? end, string trigger)
    {
        var schedule =
            new JsonObject { ["frequency"] = frequency, ["triggerType"] = trigger, ["startDate"] = "2026-03-01", ["startTime"] = "01:00" };
        if (end is not null)
            schedule["endDate"] = end;
        var selector = new JsonObject
        {
            ["type"] = "PLATFORM_SEGMENT",
            ["value"] = new JsonObject
            {
                ["id"] = segment,
                ["name"] = "Likely",
                ["filenameTemplate"] = template,
                ["exportMode"] = mode,
                ["schedule"] = schedule
            },
        };
        string source =
            await _activation.Flows.CreateAsync("sourceConnections", FlowClient.Connection("Profiles", FlowClient.ProfileStore));
        var folder = new JsonObject { ["path"] = "out" };
        string target = await _activation.Flows.CreateAsync(
            "targetConnections", FlowClient.Connection("Folder", FlowClient.LandingZoneDestination, folder));
        JsonObject flow = FlowClient.Flow("Activation", FlowClient.LandingZoneExport, source, target);
        JsonObject parameters = Parameters(attributes);
        parameters["segmentSelectors"] = new JsonObject { ["selectors"] = new JsonArray(selector) };
        flow["transformations"] = new JsonArray(new JsonObject { ["name"] = "GeneralTransform", ["params"] = parameters });
        return flow;
    }

    private JsonObject Parameters(string[] attributes) => new()
    {
        ["profileSelectors"] = new JsonObject
        {
            ["selectors"] = new JsonArray([.. attributes.Select(attribute => new JsonObject
            {
                ["type"] = "JSON_PATH",
                ["value"] = new JsonObject { ["path"] = attribute.Contains(
                    '.') ? attribute : $"{_activation.Segments.Profiles.Tenant}.{attribute}" },
            })]),
        },
    };

    private Task<JsonArray> RunsAsync(string flow, int count) => _clock.RunUntilAsync(
        async () => (await _activation.Flows.ListAsync($"runs?property=flowId=={flow}"))["items"]!.AsArray(),
        runs => runs.Count == count && runs.All(run => FlowClient.Status(run!) == "success"));

    // Without the header, in order.
    private async Task<string[]> RowsAsync(string prefix)
    {
        string name = Assert.Single(await _landingZone.ListAsync(LandingZoneClient.Destination, $"out/{prefix}"));
        string text = Text(await _landingZone.ReadAsync(LandingZoneClient.Destination, name), "NONE");
        return [.. text.TrimEnd('\n').Split('\n')[1..].Order(StringComparer.Ordinal)];
    }

    private static string Text(byte[] file, string compression)
    {
        using Stream stream =
            compression == "GZIP" ? new GZipStream(new MemoryStream(file), CompressionMode.Decompress) : new MemoryStream(file);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
