using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DataHygiene;

/// <summary>A page of expirations: pages count from 0; filters compare whole or partial texts in any case.</summary>
internal static class ExpirationPage
{
    private const int DefaultLimit = 25;
    private const int MaxLimit = 100;
    private static readonly string[] Whole = ["datasetId", "orgId"];
    private static readonly string[] Partial = ["datasetName", "displayName", "description"];

    public static JsonObject Of(HttpRequest request, IEnumerable<JsonObject> expirations)
    {
        int limit = Math.Clamp(Number(request, "limit") ?? DefaultLimit, 1, MaxLimit), page = Number(request, "page") ?? 0;
        JsonObject[] found = [.. Filter(request, expirations)];
        return new JsonObject
        {
            ["results"] = new JsonArray([.. found.Skip(page * limit).Take(limit)]),
            ["current_page"] = page,
            ["total_pages"] = (found.Length + limit - 1) / limit,
            ["total_count"] = found.Length,
        };
    }

    private static IEnumerable<JsonObject> Filter(HttpRequest request, IEnumerable<JsonObject> expirations)
    {
        foreach (string name in Whole.Where(name => Text(request, name) is not null))
            expirations = expirations.Where(entry => (string?)entry[name == "orgId" ? "imsOrg" : name] == Text(request, name));
        foreach (string name in Partial.Where(name => Text(request, name) is not null))
            expirations = expirations.Where(entry => Holds(entry, name, Text(request, name)!));
        if (Text(request, "author") is { } author)
            expirations = expirations.Where(entry => Holds(entry, "updatedBy", author));
        if (Text(request, "search") is { } search)
            expirations =
                expirations.Where(entry => Partial.Concat(["datasetId", "ttlId", "updatedBy"]).Any(name => Holds(entry, name, search)));
        if (Text(request, "status") is { } status)
            expirations = expirations.Where(entry => status.Split(',').Contains((string?)entry["status"]));
        return Between(request, Between(request, expirations, "expiry"), "updated");
    }

    private static IEnumerable<JsonObject> Between(HttpRequest request, IEnumerable<JsonObject> expirations, string name)
    {
        string member = name == "expiry" ? "expiry" : "updatedAt";
        if (Time(request, name + "Date") is { } day)
            expirations = expirations.Where(entry => Expirations.TimeOf(entry, member).UtcDateTime.Date == day.UtcDateTime.Date);
        if (Time(request, name + "FromDate") is { } from)
            expirations = expirations.Where(entry => Expirations.TimeOf(entry, member) >= from);
        if (Time(request, name + "ToDate") is { } to)
            expirations = expirations.Where(entry => Expirations.TimeOf(entry, member) <= to);
        return expirations;
    }

    private static bool Holds(JsonObject entry, string name, string text) =>
        ((string?)entry[name])?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static string? Text(HttpRequest request, string name) => request.Query[name].FirstOrDefault();

    private static int? Number(HttpRequest request, string name) =>
        int.TryParse(Text(request, name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static DateTimeOffset? Time(HttpRequest request, string name) =>
        DateTimeOffset.TryParse(Text(request, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;
}
