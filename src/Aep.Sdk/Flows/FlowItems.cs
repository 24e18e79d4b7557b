using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Flows;

/// <summary>Answers that the specification has as an array and shows, in its examples, as an object with <c>items</c>.</summary>
internal static class FlowItems
{
    /// <exception cref="AepException">The answer is neither.</exception>
    public static IReadOnlyList<T> Read<T>(JsonElement answer, JsonTypeInfo<IReadOnlyList<T>> type)
    {
        JsonElement items =
            answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("items", out JsonElement inner) ? inner : answer;
        return items.ValueKind == JsonValueKind.Array
            ? items.Deserialize(type) ?? []
            : throw new AepException($"Flow Service answered a list with JSON of the kind {answer.ValueKind}.");
    }

    /// <summary>Whether the answer says that a further page follows.</summary>
    public static bool HasNext(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty("pageInfo", out JsonElement page)
        && page.TryGetProperty("hasNext", out JsonElement next)
        && next.ValueKind == JsonValueKind.True;
}
