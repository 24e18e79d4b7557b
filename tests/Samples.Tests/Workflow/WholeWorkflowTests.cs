using System.Globalization;
using System.Text.Json.Nodes;
using CsvHelper;
using Propensity.Features;
using Propensity.Workflow;
using Samples.Tests.Support;

namespace Samples.Tests.Workflow;

public sealed class WholeWorkflowTests(WholeWorkflowTests.Fixture run) : IClassFixture<WholeWorkflowTests.Fixture>
{
    [Fact]
    public void The_numbers_reconcile()
    {
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Reconciled.", run.Output);
        Assert.DoesNotContain("DIFFERS", run.Output);
    }

    [Fact]
    public void The_json_report_tells_what_the_run_did()
    {
        JsonNode report = JsonNode.Parse(File.ReadAllText(run.Folder.File("out/report.json")))!;
        JsonObject[] events = ReadEvents();
        Assert.Equal("aeplocal", (string?)report["tenantId"]);
        Assert.Equal(300, (int)report["users"]!);
        Assert.Equal(events.Length, (int)report["events"]!);
        Assert.All(
            events.GroupBy(happened => (string)happened["eventType"]!),
            type => Assert.Equal(type.Count(), (int)report["eventCounts"]![type.Key]!));
        int users = events.Select(UserOf).Distinct().Count();
        Assert.All(
            ["trainingRows", "exportedRows", "scoredProfiles", "profilesWithPropensity"], (Action<string>)(member => Assert.Equal(users, (int)report[member]!)));
        Assert.InRange((double)report["positiveRate"]!, 0.05, 0.3);
        Assert.All(report["auc"]!.AsObject(), auc => Assert.InRange((double)auc.Value!, 0.5, 1));
        Assert.Equal((int)report["segment"]!["expected"]!, (int)report["segment"]!["qualified"]!);
        Assert.Equal((int)report["segment"]!["expected"]!, (int)report["activatedRows"]!);
        Assert.Matches("^_aeplocal.propensity >= [0-9.]+ and _aeplocal.propensity <= [0-9.]+$", (string)report["segment"]!["rule"]!);
        Assert.Equal(7, report["stepSeconds"]!.AsObject().Count);
        Assert.True((double)report["peakRssMb"]! > 50);
        Assert.True((bool)report["reconciled"]!);
        Assert.True((int)report["exportedFiles"]! >= 1);
    }

    [Fact]
    public void The_html_report_needs_nothing_from_elsewhere_and_warns_of_the_leak()
    {
        string html = File.ReadAllText(run.Folder.File("out/report.html"));
        Assert.DoesNotMatch("(src|href)=|@import|url\\(|<script", html);
        Assert.Equal(6, html.Split("<svg").Length - 1);
        Assert.Contains("This AUC is too good.", html);
        Assert.Contains("<h2>Reconciled</h2>", html);
        Assert.Contains("emailTargeting is allowed", html);
        Assert.Contains("percentiles 80 to 99 (chosen)", html);
    }

    // The features of every training row, computed again from the events without SQL.
    [Fact]
    public void The_features_are_those_of_the_events_up_to_the_row()
    {
        ILookup<string, (string Type, DateTimeOffset Time)> events = ReadEvents().ToLookup(UserOf, happened =>
            ((string)happened["eventType"]!, DateTimeOffset.Parse((string)happened["timestamp"]!, CultureInfo.InvariantCulture)));
        using var csv = new CsvReader(new StreamReader(run.Folder.File("features.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var seen = new HashSet<string>();
        while (csv.Read())
        {
            string user = csv.GetField("userId")!;
            Assert.True(seen.Add(user), $"{user} has two rows");
            var time = DateTimeOffset.Parse(csv.GetField("timestamp")!, CultureInfo.InvariantCulture);
            (string Type, DateTimeOffset Time)[] before = [.. events[user].Where(happened => happened.Time <= time)];
            foreach ((string column, string type) in FeatureNames.Counts)
                Assert.Equal(before.Count(happened => happened.Type == type), csv.GetField<int>(column));
            foreach ((string column, string type) in FeatureNames.MinutesSince)
            {
                DateTimeOffset? last = before.Where(happened => happened.Type == type).Select(happened => (DateTimeOffset?)happened.Time).Max();
                Assert.Equal(last is null ? "" : $"{Math.Floor((time - last.Value).TotalMinutes)}", csv.GetField(column));
            }
            bool subscribed = events[user].Any(happened => happened.Type == "web.formFilledOut");
            Assert.Equal(subscribed ? 1 : 0, csv.GetField<int>(FeatureNames.Label));
            Assert.Equal(subscribed, csv.GetField("eventType") == "web.formFilledOut");
        }
        Assert.Equal(events.Count, seen.Count);
    }

    [Fact]
    public async Task A_second_run_reuses_what_is_there()
    {
        (int exitCode, WorkflowContext context, string output) = await WorkflowRun.RunAsync(run.Options);
        Assert.Equal(0, exitCode);
        Assert.Contains("nothing to send", output);
        Assert.Contains("up to date", output);
        Assert.Equal(
            run.Resources.Where(resource => resource.Kind != "query template"),
            context.Results.Resources.Select(resource => (resource.Kind, resource.Name, resource.Id)));
    }

    private JsonObject[] ReadEvents() => [.. File.ReadLines(run.Folder.File("events.jsonl")).Select(line => JsonNode.Parse(line)!.AsObject())];

    private static string UserOf(JsonObject happened) => (string)happened["_aeplocal"]!["userid"]!;

    public sealed class Fixture : IAsyncLifetime
    {
        public TemporaryFolder Folder { get; } = new();

        public RunOptions Options => WorkflowRun.Options(Folder);

        public int ExitCode { get; private set; }

        public string Output { get; private set; } = "";

        public IReadOnlyList<(string Kind, string Name, string Id)> Resources { get; private set; } = [];

        public async Task InitializeAsync()
        {
            (ExitCode, WorkflowContext context, Output) = await WorkflowRun.RunAsync(Options);
            Resources = [.. context.Results.Resources.Select(resource => (resource.Kind, resource.Name, resource.Id))];
        }

        public Task DisposeAsync()
        {
            Folder.Dispose();
            return Task.CompletedTask;
        }
    }
}
