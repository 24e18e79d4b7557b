using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.LandingZones;
using CsvHelper;
using Propensity.Training;
using Propensity.Workflow;
using Samples.Tests.Support;

namespace Samples.Tests.Workflow;

public sealed class WholeWorkflowTests(WholeWorkflowTests.Fixture run) : IClassFixture<WholeWorkflowTests.Fixture>
{
    private static readonly (string Column, string EventType)[] Counts =
    [
        ("emailsReceived", "directMarketing.emailSent"), ("emailsOpened", "directMarketing.emailOpened"),
        ("emailsClicked", "directMarketing.emailClicked"), ("productsViewed", "commerce.productViews"),
        ("propositionInteracts", "decisioning.propositionInteract"), ("propositionDismissed", "decisioning.propositionDismiss"),
        ("webLinkClicks", "web.webinteraction.linkClicks"),
    ];

    private static readonly (string Column, string EventType)[] MinutesSince =
    [
        ("minutes_since_emailSent", "directMarketing.emailSent"), ("minutes_since_emailOpened", "directMarketing.emailOpened"),
        ("minutes_since_emailClick", "directMarketing.emailClicked"), ("minutes_since_productView", "commerce.productViews"),
        ("minutes_since_propositionInteract", "decisioning.propositionInteract"),
        ("minutes_since_propositionDismiss", "decisioning.propositionDismiss"),
        ("minutes_since_linkClick", "web.webinteraction.linkClicks"),
    ];

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
            ["trainingRows", "exportedRows", "scoredProfiles", "profilesWithPropensity"],
            (Action<string>)(member => Assert.Equal(users, (int)report[member]!)));
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
        Assert.Equal(2, html.Split("<svg").Length - 1);
        Assert.Equal(3, html.Split("class=\"bars\"").Length - 1);
        Assert.Single(html.Split("class=\"heat\"").Skip(1));
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
            foreach ((string column, string type) in Counts)
                Assert.Equal(before.Count(happened => happened.Type == type), csv.GetField<int>(column));
            foreach ((string column, string type) in MinutesSince)
            {
                DateTimeOffset? last = before.Where(happened => happened.Type == type)
                    .Select(happened => (DateTimeOffset?)happened.Time).Max();
                Assert.Equal(last is null ? "" : $"{Math.Floor((time - last.Value).TotalMinutes)}", csv.GetField(column));
            }
            bool subscribed = events[user].Any(happened => happened.Type == "web.formFilledOut");
            Assert.Equal(subscribed ? 1 : 0, csv.GetField<int>("subscriptionOccurred"));
            Assert.Equal(subscribed, csv.GetField("eventType") == "web.formFilledOut");
        }
        Assert.Equal(events.Count, seen.Count);
    }

    // The records that the model learns from, read from the exported files, hold what the table holds.
    [Fact]
    public async Task The_export_has_the_features_of_the_table()
    {
        using var csv = new CsvReader(new StreamReader(run.Folder.File("features.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var table = new Dictionary<string, (float[] Features, bool Label)>();
        while (csv.Read())
            table.Add(csv.GetField("userId")!, (
                [.. FeatureRow.FeatureNames.Select(name => csv.GetField<float?>(name) ?? 0)], csv.GetField("subscriptionOccurred") == "1"));
        await using SamplePlatform platform = await SamplePlatform.OpenAsync(run.Options, CancellationToken.None);
        var context = new WorkflowContext(run.Options, platform.Config, new PlainConsole(TextWriter.Null));
        using LandingZoneContainer zone = await context.OpenExportsAsync(platform.Client, CancellationToken.None);
        IAsyncEnumerable<TrainingRow> export = await TrainingExport.OpenAsync(platform.Client, zone, context, CancellationToken.None);
        List<TrainingRow> rows = await export.ToListAsync();
        Assert.Equal(table.Count, rows.Count);
        Assert.All(rows, row =>
        {
            Assert.Equal(table[row.UserId].Features, row.Features);
            Assert.Equal(table[row.UserId].Label, row.Label);
        });
    }

    [Fact]
    public async Task A_second_run_reuses_what_is_there()
    {
        (int exitCode, WorkflowContext context, string output) = await WorkflowRun.RunAsync(run.Options);
        Assert.Equal(0, exitCode);
        Assert.Contains("nothing to send", output);
        Assert.Contains("up to date", output);
        Assert.Equal(
            run.Resources.Where(resource => resource.Kind != "template"),
            context.Results.Resources.Select(resource => (resource.Kind, resource.Name, resource.Id)));
    }

    // What step 2 says on the console and in the report, computed again without SQL.
    [Fact]
    public void The_exploration_says_of_the_events_what_they_are()
    {
        ILookup<string, string> users = ReadEvents().ToLookup(happened => (string)happened["eventType"]!, UserOf);
        HashSet<string> subscribers = [.. users["web.formFilledOut"]];
        Assert.All(users, type =>
            Assert.Matches($"\\n    {type.Key} +{type.Count()} +{type.Distinct().Count()}\r?\n", run.Output.Replace(",", "")));
        string html = File.ReadAllText(run.Folder.File("out/report.html"));
        Assert.All(users.Where(type => type.Key != "web.formFilledOut"), type =>
        {
            double share = (double)type.Distinct().Count(subscribers.Contains) / type.Distinct().Count();
            string percent = share.ToString("0.#%", CultureInfo.InvariantCulture);
            Assert.Contains($"Of the users with {type.Key}: {percent} have web.formFilledOut", html);
        });
        string[] all = [.. users.SelectMany(type => type).Distinct()];
        double[] subscribed = [.. all.Select(user => subscribers.Contains(user) ? 1.0 : 0)];
        ILookup<string, string> views = users["web.webpagedetails.pageViews"].ToLookup(user => user);
        double expected = Correlation(subscribed, [.. all.Select(user => (double)views[user].Count())]);
        Assert.Matches($"web.webpagedetails.pageViews +{expected.ToString("0.000", CultureInfo.InvariantCulture)}", run.Output);
    }

    private static double Correlation(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        double Sum(Func<int, double> term) => Enumerable.Range(0, x.Length).Sum(term);
        double deviations = Sum(i => Math.Pow(x[i] - meanX, 2)) * Sum(i => Math.Pow(y[i] - meanY, 2));
        return Sum(i => (x[i] - meanX) * (y[i] - meanY)) / Math.Sqrt(deviations);
    }

    private JsonObject[] ReadEvents() =>
        [.. File.ReadLines(run.Folder.File("events.jsonl")).Select(line => JsonNode.Parse(line)!.AsObject())];

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
