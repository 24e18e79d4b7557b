using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DataAccess;

/// <summary>A page of a file listing: <c>start</c> is an offset, <c>limit</c> at most 100.</summary>
internal static class FilePage
{
    private const int MaxLimit = 100;

    public static IResult Of(HttpRequest request, IReadOnlyList<JsonObject> entries)
    {
        int start = Number(request, "start", 0, int.MaxValue);
        int limit = Number(request, "limit", MaxLimit, MaxLimit);
        JsonObject[] page = [.. entries.Skip(start).Take(limit)];
        var links = new JsonObject();
        if (start + page.Length < entries.Count)
            links["next"] = new JsonObject { ["href"] = $"{Site(request)}{request.Path}?start={start + page.Length}&limit={limit}" };
        links["page"] =
            new JsonObject { ["href"] = $"{Site(request)}{request.Path}?start={{start}}&limit={{limit}}", ["templated"] = true };
        return Results.Json(new JsonObject
        {
            ["data"] = new JsonArray([.. page]),
            ["_page"] = new JsonObject { ["limit"] = limit, ["count"] = page.Length },
            ["_links"] = links,
        });
    }

    /// <summary>A file of a listing; its link downloads it.</summary>
    public static JsonObject Entry(HttpRequest request, StoredFile file) => new()
    {
        ["name"] = file.Name[(file.Name.LastIndexOf('/') + 1)..],
        ["length"] = file.Length.ToString(CultureInfo.InvariantCulture),
        ["_links"] = Self($"{Site(request)}{request.Path}?path={Uri.EscapeDataString(file.Name)}"),
    };

    public static JsonObject Self(string address) => new() { ["self"] = new JsonObject { ["href"] = address } };

    public static string Site(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static int Number(HttpRequest request, string name, int otherwise, int highest)
    {
        string? text = request.Query[name].FirstOrDefault();
        if (text is null)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= highest
            ? number
            : throw DataAccessErrors.Invalid($"{name} must be a number between 0 and {highest}.");
    }
}
