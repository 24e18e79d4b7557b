using System.Text.Json;

namespace Aep.Sdk.Ingestion;

/// <summary>The leaves of the tree that synchronous validation answers with.</summary>
internal static class StreamingViolations
{
    public static IReadOnlyList<StreamingViolation> Read(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return Member(Member(document.RootElement, "report"), "cause") is { } cause
                ? [.. Leaves(Member(cause, "_streamingValidation"))]
                : [];
        }
        catch (JsonException)
        {
            return []; // another refusal than one of validation
        }
    }

    private static IEnumerable<StreamingViolation> Leaves(JsonElement? list)
    {
        if (list is not { ValueKind: JsonValueKind.Array } nodes)
            return [];
        return nodes.EnumerateArray().SelectMany(node =>
        {
            StreamingViolation[] below = [.. Leaves(Member(node, "causingExceptions"))];
            return below.Length > 0
                ? below
                : [new StreamingViolation(Text(node, "pointerToViolation"), Text(node, "keyword"), Text(node, "message"))];
        });
    }

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out JsonElement member) ? member : null;

    private static string Text(JsonElement node, string name) =>
        Member(node, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
}
