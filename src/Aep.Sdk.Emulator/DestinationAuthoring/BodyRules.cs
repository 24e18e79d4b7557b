using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>What the bodies of all parts have in common.</summary>
internal static class BodyRules
{
    /// <summary>The strategy of texts that are templates.</summary>
    public const string Pebble = "PEBBLE_V1";

    public static void RequireName(JsonNode? body, string path = "name")
    {
        if (string.IsNullOrWhiteSpace(body?["name"]?.ToString()))
            throw AuthoringErrors.Invalid($"{path} is missing.");
    }

    /// <returns>Null when the body has none.</returns>
    public static IReadOnlyList<JsonObject>? ProfilesOf(JsonObject body)
    {
        if (body["profiles"] is not { } given)
            return null;
        JsonObject[] profiles = given is JsonArray list ? [.. list.OfType<JsonObject>()] : [];
        return profiles.Length > 0 && profiles.Length == given.AsArray().Count
            ? profiles
            : throw AuthoringErrors.Invalid("profiles must be a list of profiles, or be left out: then the platform makes some.");
    }

    /// <returns>The value, which is one of those that are known.</returns>
    public static string RequireOneOf(JsonNode? node, string path, params string[] known)
    {
        string value = node?.ToString() ?? throw AuthoringErrors.Invalid($"{path} is missing.");
        return known.Contains(value) ? value : throw AuthoringErrors.Invalid(
            $"{path} '{value}' is none of {string.Join(", ", known)}. Names and values are case sensitive.");
    }

    /// <summary>A text that may hold a template says whether it does.</summary>
    public static void RequireTemplate(JsonNode? node, string path)
    {
        if (node is not JsonObject)
            throw AuthoringErrors.Invalid($"{path} is missing: an object with templatingStrategy and value.");
        RequireOneOf(node["templatingStrategy"], path + ".templatingStrategy", "NONE", Pebble);
        if (node["value"] is null)
            throw AuthoringErrors.Invalid($"{path}.value is missing.");
    }
}
