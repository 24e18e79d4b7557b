using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aep.Sdk;

/// <summary>One step of a JSON Patch (RFC 6902).</summary>
public sealed record JsonPatchOperation
{
    /// <summary><c>add</c>, <c>replace</c>, <c>remove</c> or <c>test</c>.</summary>
    [JsonPropertyName("op")]
    public required string Op { get; init; }

    /// <summary>JSON Pointer (RFC 6901) to the place.</summary>
    [JsonPropertyName("path")]
    public required string Path { get; init; }

    /// <summary>The new value; none for <c>remove</c>.</summary>
    [JsonPropertyName("value")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? Value { get; init; }

    /// <summary>Adds a member or an element.</summary>
    public static JsonPatchOperation Add(string path, JsonNode value) => new() { Op = "add", Path = path, Value = value };

    /// <summary>Replaces what is there.</summary>
    public static JsonPatchOperation Replace(string path, JsonNode value) => new() { Op = "replace", Path = path, Value = value };

    /// <summary>Removes what is there.</summary>
    public static JsonPatchOperation Remove(string path) => new() { Op = "remove", Path = path };
}
