using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>
/// The <c>global</c> container: the part of Adobe's standard XDM that the local platform knows, as data in Standard/resources.json.
/// </summary>
internal static class StandardLibrary
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Texts = new(Load);

    /// <summary>Fresh copies of all standard resources.</summary>
    public static IReadOnlyList<JsonObject> All() => [.. Texts.Value.Values.Select(Parse)];

    /// <summary>A fresh copy of one, by <c>$id</c>.</summary>
    public static JsonObject? Find(string id) => Texts.Value.TryGetValue(id, out string? text) ? Parse(text) : null;

    private static JsonObject Parse(string text) => JsonNode.Parse(text)!.AsObject();

    private static Dictionary<string, string> Load()
    {
        using Stream stream = typeof(StandardLibrary).Assembly.GetManifestResourceStream("standard-xdm.json")!;
        return JsonNode.Parse(stream)!.AsArray().ToDictionary(
            resource => (string)resource!["$id"]!, resource => resource!.ToJsonString(), StringComparer.Ordinal);
    }
}
