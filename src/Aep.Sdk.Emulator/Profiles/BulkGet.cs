using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>Several resources by their ids: <c>{"ids":[{"id":"…"}]}</c>. Those that do not exist are null.</summary>
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
            results[id] = find(id);
        }
        return Results.Json(new JsonObject { ["results"] = results }, statusCode: StatusCodes.Status207MultiStatus);
    }
}
