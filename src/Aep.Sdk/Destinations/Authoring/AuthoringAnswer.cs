using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>
/// Answers of the Destination SDK: an object, an array, or an object with <c>items</c>; the specification has all three for the same
/// things.
/// </summary>
internal static class AuthoringAnswer
{
    public static IReadOnlyList<T> All<T>(JsonElement answer, JsonTypeInfo<T> type)
    {
        JsonElement items =
            answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("items", out JsonElement inner) ? inner : answer;
        return items.ValueKind switch
        {
            JsonValueKind.Array => [.. items.EnumerateArray().Select(item => item.Deserialize(type)!)],
            JsonValueKind.Object => [items.Deserialize(type)!],
            _ => throw new AepException($"The Destination SDK answered with JSON of the kind {answer.ValueKind}."),
        };
    }

    /// <exception cref="AepNotFoundException">The answer is empty.</exception>
    public static T One<T>(JsonElement answer, JsonTypeInfo<T> type, string path) => All(answer, type) is [T first, ..]
        ? first
        : throw new AepNotFoundException(
            new AepErrorDetails { Status = 404, Method = "GET", Uri = path, Detail = "The answer has no items." });
}
