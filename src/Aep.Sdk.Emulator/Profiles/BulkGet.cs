using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// Several resources by their ids: <c>{"ids":[{"id":"…"}]}</c>. In the place of one that does not exist stands its error.
/// </summary>
internal static class BulkGet
{
    private const int MaxIds = 500;

    public static IResult Answer(JsonObject body, Func<string, JsonObject?> find)
    {
        if (body["ids"] is not JsonArray { Count: > 0 and <= MaxIds } ids)
            throw ProfileErrors.Invalid($"ids must list between 1 and {MaxIds} ids.");
        var results = new JsonObject();
        foreach (JsonNode? item in ids)
        {
            string id = (item as JsonObject)?["id"] is JsonValue value && value.TryGetValue(out string? text)
                ? text
                : throw ProfileErrors.Invalid("Each of the ids must be an object with an id.");
            results[id] = find(id) ?? NotFound();
        }
        return Results.Json(new JsonObject { ["results"] = results }, statusCode: StatusCodes.Status207MultiStatus);
    }

    private static JsonObject NotFound() => new()
    {
        ["requestId"] = Guid.NewGuid().ToString("N"),
        ["errors"] = new JsonObject
        {
            ["404"] = new JsonArray(new JsonObject { ["code"] = StatusCodes.Status404NotFound, ["message"] = "Not found." }),
        },
    };
}
