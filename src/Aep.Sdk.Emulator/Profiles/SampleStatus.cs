using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>/data/core/ups/previewsamplestatus: how many profiles there are, and how they spread. Here the sample is all of them, taken now.</summary>
internal static class SampleStatus
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups/previewsamplestatus");
        group.MapGet("", (Sandbox sandbox, ProfileStore profiles, TimeProvider time) => Results.Json(Status(profiles.All(sandbox), Now(time))));
        group.MapGet("/report/dataset", (HttpRequest request, Sandbox sandbox, ProfileStore profiles, TimeProvider time) =>
            Report(request, time, ByDataset(profiles.All(sandbox), profiles.Sources(sandbox), Now(time))));
        group.MapGet("/report/namespace", (HttpRequest request, Sandbox sandbox, ProfileStore profiles, TimeProvider time) =>
            Report(request, time, ByNamespace(profiles.All(sandbox), Now(time))));
        group.MapGet("/report/dataset/overlap", (HttpRequest request, Sandbox sandbox, ProfileStore profiles, TimeProvider time) =>
        {
            CheckDate(request, time);
            return Results.Json(new JsonObject
            {
                ["data"] = new JsonObject(profiles.All(sandbox).CountBy(profile => string.Join(',', profile.DatasetIds.Order()))
                    .Where(count => count.Key.Length > 0)
                    .Select(count => KeyValuePair.Create(count.Key, (JsonNode?)count.Value))),
                ["reportTimestamp"] = Now(time),
            });
        });
    }

    private static JsonObject Status(IReadOnlyList<Profile> all, string now) => new()
    {
        ["numRowsToRead"] = $"{all.Count}",
        ["sampleJobRunning"] = new JsonObject { ["status"] = false, ["submissionTimestamp"] = now },
        ["cosmosDocCount"] = $"\"{all.Count}\"",
        ["docCount"] = $"\"{all.Count}\"",
        ["totalFragmentCount"] = all.Sum(profile => profile.DatasetIds.Count),
        ["lastSuccessfulBatchTimestamp"] = now,
        ["streamingDriven"] = false,
        ["totalRows"] = $"{all.Count}",
        ["lastBatchId"] = "",
        ["status"] = "TASK_FINISHED",
        ["samplingRatio"] = 1,
        ["mergeStrategy"] = "timestampOrdered_auto",
        ["lastSampledTimestamp"] = now,
    };

    private static IEnumerable<JsonObject> ByDataset(IReadOnlyList<Profile> all, IReadOnlyList<ProfileSource> sources, string now)
    {
        Dictionary<string, int> counts = all.SelectMany(profile => profile.DatasetIds).CountBy(id => id).ToDictionary();
        return sources.Select(source => new JsonObject
        {
            ["sampleCount"] = counts.GetValueOrDefault(source.Dataset.Id),
            ["samplePercentage"] = Share(counts.GetValueOrDefault(source.Dataset.Id), all.Count),
            ["fullIDsCount"] = counts.GetValueOrDefault(source.Dataset.Id),
            ["fullIDsPercentage"] = Share(counts.GetValueOrDefault(source.Dataset.Id), all.Count),
            ["name"] = source.Dataset.Name,
            ["description"] = (string?)source.Dataset.Document["description"] ?? "",
            ["value"] = source.Dataset.Id,
            ["streamingIngestionEnabled"] = "false",
            ["createdUser"] = (string?)source.Dataset.Document["createdUser"] ?? "",
            ["reportTimestamp"] = now,
        });
    }

    private static IEnumerable<JsonObject> ByNamespace(IReadOnlyList<Profile> all, string now) =>
        all.SelectMany(profile => profile.Identities.Select(key => key.Namespace).Distinct()).CountBy(space => space).Select(count => new JsonObject
        {
            ["sampleCount"] = count.Value,
            ["samplePercentage"] = Share(count.Value, all.Count),
            ["reportTimestamp"] = now,
            ["fullIDsFragmentCount"] = count.Value,
            ["fullIDsCount"] = count.Value,
            ["fullIDsPercentage"] = Share(count.Value, all.Count),
            ["code"] = count.Key,
            ["value"] = count.Key,
        });

    private static IResult Report(HttpRequest request, TimeProvider time, IEnumerable<JsonObject> data)
    {
        CheckDate(request, time);
        return Results.Json(new JsonObject { ["data"] = new JsonArray([.. data]), ["reportTimestamp"] = Now(time) });
    }

    // Reports of other days are not kept.
    private static void CheckDate(HttpRequest request, TimeProvider time)
    {
        string date = request.Query["date"].ToString();
        if (date.Length > 0 && date != time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            throw ProfileErrors.NotFound($"There is no report of {date}.");
    }

    private static double Share(int count, int total) => total == 0 ? 0 : Math.Round((double)count / total, 6);

    private static string Now(TimeProvider time) => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
