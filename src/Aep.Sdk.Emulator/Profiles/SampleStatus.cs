using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Identity;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// /data/core/ups/previewsamplestatus: how many profiles there are, and how they spread. Here the sample is all of them, taken now.
/// </summary>
internal static class SampleStatus
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups/previewsamplestatus");
        group.MapGet("", (Sandbox sandbox, ProfileStore profiles, TimeProvider time) =>
            Results.Json(Status(profiles.All(sandbox), Now(time).Replace('T', ' '))));
        group.MapGet("/report/dataset", (HttpRequest request, Sandbox sandbox, ProfileStore profiles, TimeProvider time) =>
            Report(request, time, ProfileReports.ByDataset(profiles.All(sandbox), profiles.Sources(sandbox), Now(time))));
        group.MapGet("/report/namespace", (
            HttpRequest request, Sandbox sandbox, ProfileStore profiles, Namespaces namespaces, TimeProvider time) =>
            Report(request, time, ProfileReports.ByNamespace(profiles.All(sandbox), namespaces, Now(time))));
        group.MapGet("/report/dataset/overlap", (HttpRequest request, Sandbox sandbox, ProfileStore profiles, TimeProvider time) =>
            Report(request, time, ProfileReports.Overlap(profiles.All(sandbox).Select(profile => profile.DatasetIds))));
        group.MapGet("/report/namespace/overlap", (
            HttpRequest request, Sandbox sandbox, ProfileStore profiles, Namespaces namespaces, TimeProvider time) =>
            Report(request, time, ProfileReports.NamespaceOverlap(profiles.All(sandbox), namespaces)));
        group.MapGet("/report/unknownProfiles", (
            HttpRequest request, Sandbox sandbox, ProfileStore profiles, ProfileEvents events, Namespaces namespaces, TimeProvider time) =>
            Report(request, time, Unknown(profiles.All(sandbox), sandbox, events, namespaces, time)));
    }

    private static JsonObject Unknown(
        IReadOnlyList<Profile> all, Sandbox sandbox, ProfileEvents events, Namespaces namespaces, TimeProvider time) =>
        UnknownProfiles.Of(all, events.OfAll(sandbox, all, []), namespaces, time);

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

    private static IResult Report(HttpRequest request, TimeProvider time, JsonNode data)
    {
        // Reports of other days are not kept.
        string date = request.Query["date"].ToString();
        if (date.Length > 0 && date != time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            throw ProfileErrors.NotFound($"There is no report of {date}.");
        return Results.Json(new JsonObject { ["data"] = data, ["reportTimestamp"] = Now(time) });
    }

    private static string Now(TimeProvider time) =>
        time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
}
