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
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            Dictionary<string, JsonElement> members = new(StringComparer.OrdinalIgnoreCase);
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
                members[member.Name] = member.Value;
            return Known.ToDictionary(known => $"Aep:{known.Key}", known => Text(known.Names, members, known.Key));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The parser's message may quote the file, and with it a secret.
            throw new AepConfigurationException($"The configuration file {path} is not a JSON object.");
        }
    }

    private static string? Text(string[] names, Dictionary<string, JsonElement> members, string key)
    {
        foreach (string name in names)
        {
            if (members.TryGetValue(name, out JsonElement value) && Text(value, key) is { Length: > 0 } text)
                return text;
        }
        return null;
    }

    // Lists: all scopes count, of several secrets the first.
    private static string? Text(JsonElement value, string key) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when key == "Scopes" => string.Join(',', value.EnumerateArray().Select(scope => scope.GetString())),
        JsonValueKind.Array => value.EnumerateArray().Select(item => item.GetString()).FirstOrDefault(),
        _ => null,
    };
}
