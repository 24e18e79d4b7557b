using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Benchmarks;

/// <summary>Profiles of the local platform: how long a segment job over all of them takes, and the look-up of one.</summary>
internal static class AudienceRun
{
    public const int DefaultProfiles = 120_000;

    private const int LookUps = 1000;
    private const int RowsPerFile = 20_000;
    private const int Rules = 10;
    private static readonly string[] Cities = ["Basel", "Bern", "Biel", "Chur", "Zug"];

    public static async Task RunAsync(int profiles)
    {
        await using ProfilePlatform platform = await ProfilePlatform.StartAsync();
        Scores scores = await IngestAsync(platform, profiles);
        string interval = $"{ProfilePlatform.Tenant}.propensity >= 0.2 and {ProfilePlatform.Tenant}.propensity <= 0.93";
        string segment = await CreateSegmentAsync(platform, interval);
        double first = await EvaluateAsync(platform, scores.Count(0.2, 0.93), segment);
        double again = await EvaluateAsync(platform, scores.Count(0.2, 0.93), segment);
        Write($"segment job over {profiles:N0} profiles: {first:0.00} s with the reading of the batch (aim: 5 s), {again:0.00} s after it");
        string[] several = await Task.WhenAll(Enumerable.Range(0, Rules).Select(rule => CreateSegmentAsync(platform, Rule(rule))));
        Write($"segment job of {Rules} rules: {await EvaluateAsync(platform, null, several):0.00} s");
        double[] times = await LookUpAsync(platform, profiles);
        double median = times[times.Length / 2], most = times[times.Length * 95 / 100];
        Write($"{times.Length:N0} look-ups: median {median:0.00} ms (aim: 5 ms), 95 % {most:0.00} ms, longest {times[^1]:0.00} ms");
    }

    private static string Rule(int number)
    {
        string tenant = ProfilePlatform.Tenant, city = Cities[number % Cities.Length];
        return $"{tenant}.city in ['{city}', 'Lugano'] and {tenant}.visits * 2 > {number} "
            + $"or not ({tenant}.userid.endsWith('{number % 10}') or {tenant}.propensity < 0.{number})";
    }

    private static async Task<Scores> IngestAsync(ProfilePlatform platform, int profiles)
    {
        string dataset = await platform.CreateDatasetAsync();
        var scores = new Scores(profiles);
        long start = Stopwatch.GetTimestamp();
        const string Batches = "/data/foundation/import/batches";
        JsonNode batch = await platform.SendAsync(
            HttpMethod.Post, Batches, $$"""{ "datasetId": "{{dataset}}", "inputFormat": { "format": "json" } }""");
        string id = (string)batch["id"]!;
        for (int row = 0; row < profiles; row += RowsPerFile)
        {
            string lines = Lines(scores, row, Math.Min(profiles, row + RowsPerFile));
            await platform.PutAsync($"{Batches}/{id}/datasets/{dataset}/files/{row}.json", lines);
        }
        await platform.SendAsync(HttpMethod.Post, $"{Batches}/{id}?action=COMPLETE");
        string status = await PollAsync(
            platform, "/data/foundation/catalog/batches/" + id, answer => (string)answer[id]!["status"]!,
            current => current is "success" or "failed");
        if (status != "success")
            throw new InvalidOperationException($"The batch ended as {status}.");
        Write($"{profiles:N0} profiles ingested in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s");
        return scores;
    }

    private static string Lines(Scores scores, int from, int to)
    {
        var lines = new StringBuilder();
        for (int row = from; row < to; row++)
        {
            var score = new JsonObject
            {
                ["userid"] = $"p{row}",
                ["propensity"] = scores.Of(row),
                ["city"] = Cities[row % Cities.Length],
                ["visits"] = row % 20,
            };
            lines.Append(new JsonObject { [ProfilePlatform.Tenant] = score }.ToJsonString()).Append('\n');
        }
        return lines.ToString();
    }

    private static async Task<string> CreateSegmentAsync(ProfilePlatform platform, string rule) =>
        (string)(await platform.SendAsync(HttpMethod.Post, "/data/core/ups/segment/definitions", $$"""
            { "name": "Benchmark", "schema": { "name": "_xdm.context.profile" },
              "expression": { "type": "PQL", "format": "pql/text", "value": "{{rule}}" } }
            """))["id"]!;

    /// <returns>The seconds from asking for the job until it has succeeded.</returns>
    private static async Task<double> EvaluateAsync(ProfilePlatform platform, int? expected, params string[] segments)
    {
        long start = Stopwatch.GetTimestamp();
        var asked = new JsonArray([.. segments.Select(id => new JsonObject { ["segmentId"] = id })]);
        JsonNode job = await platform.SendAsync(HttpMethod.Post, "/data/core/ups/segment/jobs", asked.ToJsonString());
        job = await PollAsync(
            platform, $"/data/core/ups/segment/jobs/{job["id"]}", answer => answer,
            answer => (string?)answer["status"] is not ("NEW" or "QUEUED" or "PROCESSING"));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        int? members = (string?)job["status"] == "SUCCEEDED" ? (int?)job["metrics"]!["segmentedProfileCounter"]![segments[0]] : null;
        if (members is null || (expected is not null && members != expected))
            throw new InvalidOperationException($"{expected} members were expected: {job.ToJsonString()}");
        return seconds;
    }

    private static async Task<double[]> LookUpAsync(ProfilePlatform platform, int profiles)
    {
        var random = new Random(1);
        double[] times = new double[LookUps];
        for (int i = 0; i < times.Length; i++)
        {
            string person = $"p{random.Next(profiles)}";
            long start = Stopwatch.GetTimestamp();
            JsonNode answer = await platform.SendAsync(
                HttpMethod.Get, $"/data/core/ups/access/entities?schema.name=_xdm.context.profile&entityId={person}&entityIdNS=ECID");
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if ((string?)answer.AsObject().Single().Value!["entity"]![ProfilePlatform.Tenant]!["userid"] != person)
                throw new InvalidOperationException($"Another person than {person} was found: {answer.ToJsonString()}");
        }
        Array.Sort(times);
        return times;
    }

    private static async Task<T> PollAsync<T>(ProfilePlatform platform, string path, Func<JsonNode, T> read, Func<T, bool> done)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            T value = read(await platform.SendAsync(HttpMethod.Get, path));
            if (done(value))
                return value;
            await timer.WaitForNextTickAsync();
        }
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>The scores of the profiles, in four digits, the same in each run.</summary>
    private sealed class Scores
    {
        private readonly int[] _tenThousandths;

        public Scores(int profiles)
        {
            var random = new Random(7);
            _tenThousandths = [.. Enumerable.Range(0, profiles).Select(_ => random.Next(10_000))];
        }

        public double Of(int row) => _tenThousandths[row] / 10_000d;

        public int Count(double least, double most) =>
            Enumerable.Range(0, _tenThousandths.Length).Count(row => Of(row) >= least && Of(row) <= most);
    }
}
