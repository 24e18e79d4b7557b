using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>The batches that a new one takes the place of, once it has succeeded.</summary>
/// <param name="Predecessors">Their ids.</param>
/// <param name="Reason">Why, for example <c>replace</c>.</param>
internal sealed record BatchReplay(IReadOnlyList<string> Predecessors, string? Reason)
{
    /// <param name="body">The body of the request.</param>
    /// <param name="findByExternalId">The id of a batch by its external id, or null.</param>
    public static BatchReplay? From(JsonObject body, Func<string, string?> findByExternalId)
    {
        if (body["replay"] is null)
            return null;
        JsonObject replay = body["replay"] as JsonObject ?? throw IngestionErrors.Invalid("replay must be an object.");
        string[] ids =
        [
            .. Ids(replay, "predecessors"),
            .. Ids(replay, "predecessorsByExternalId").Select(id =>
                findByExternalId(id) ?? throw IngestionErrors.Invalid(
                    $"replay.predecessorsByExternalId: no batch has the external id {id}.")),
        ];
        if (ids.Length == 0)
            throw IngestionErrors.Invalid("replay names no predecessor: predecessors or predecessorsByExternalId is required.");
        return new BatchReplay([.. ids.Distinct()], (string?)replay["reason"]);
    }

    public static BatchReplay? Read(JsonObject batch) => batch["replay"] is JsonObject replay
        ? new BatchReplay([.. replay["predecessors"]!.AsArray().Select(id => (string)id!)], (string?)replay["reason"])
        : null;

    public JsonObject ToJson() => new()
    {
        ["predecessors"] = new JsonArray([.. Predecessors.Select(id => JsonValue.Create(id))]),
        ["reason"] = Reason,
    };

    // The specification asks for a $ before each id, and Adobe's guide shows it with braces; both are marks, not part of the id.
    private static IEnumerable<string> Ids(JsonObject replay, string name) => replay[name] switch
    {
        null => [],
        JsonArray list => list.Select(id => id?.ToString().TrimStart('$').Trim('{', '}') ?? ""),
        _ => throw IngestionErrors.Invalid($"replay.{name} must be a list."),
    };
}
