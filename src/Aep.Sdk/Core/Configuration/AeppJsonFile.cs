using System.Text.Json;

namespace Aep.Sdk.Core.Configuration;

/// <summary>The configuration file of the Python package aepp: JSON, names in any case, with the names that it has had over time.</summary>
internal static class AeppJsonFile
{
    private static readonly (string Key, string[] Names)[] Known =
    [
        ("OrgId", ["org_id"]),
        ("ClientId", ["client_id", "api_key"]),
        ("ClientSecret", ["secret", "client_secret", "client_secrets"]),
        ("Scopes", ["scopes"]),
        ("SandboxName", ["sandbox-name", "sandbox_name"]),
        ("Environment", ["environment"]),
    ];

    /// <summary>The file's values under the keys of the section <c>Aep</c>.</summary>
    /// <exception cref="AepConfigurationException">The file is missing or is no JSON object.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string path)
    {
        if (!File.Exists(path))
            throw new AepConfigurationException($"The configuration file {path} does not exist.");
        try
        {
            // As text: editors of Windows write byte order marks and UTF-16.
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            Dictionary<string, JsonElement> members = new(StringComparer.OrdinalIgnoreCase);
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
                members[member.Name] = member.Value;
            // What the file does not say is left out: an empty value would hide what was said before.
            return Known.Select(known => KeyValuePair.Create($"Aep:{known.Key}", Text(known.Names, members, known.Key, path)))
                .Where(pair => pair.Value is not null).ToDictionary();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The parser's message may quote the file, and with it a secret.
            throw new AepConfigurationException($"The configuration file {path} is not a JSON object.");
        }
    }

    private static string? Text(string[] names, Dictionary<string, JsonElement> members, string key, string path)
    {
        foreach (string name in names)
        {
            if (!members.TryGetValue(name, out JsonElement value))
                continue;
            string? text = IsTextual(value)
                ? Text(value, key)
                : throw new AepConfigurationException(
                    $"The value of '{name}' in the configuration file {path} must be a text or a list of texts.");
            if (!string.IsNullOrWhiteSpace(text))
                return text;
        }
        return null;
    }

    private static bool IsTextual(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String or JsonValueKind.Null => true,
        JsonValueKind.Array => value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Null),
        _ => false,
    };

    // Lists: all scopes count, of several secrets the first.
    private static string? Text(JsonElement value, string key) => value.ValueKind switch
    {
        JsonValueKind.Array when key == "Scopes" => string.Join(',', value.EnumerateArray().Select(scope => scope.GetString())),
        JsonValueKind.Array => value.EnumerateArray().Select(item => item.GetString()).FirstOrDefault(),
        _ => value.GetString(),
    };
}
