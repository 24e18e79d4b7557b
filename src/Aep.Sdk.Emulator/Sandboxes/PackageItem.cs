using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>An object in a package: its type in the words of sandbox tooling, its id in the source sandbox, and all of it.</summary>
internal sealed record PackageItem(string Type, string Id, JsonObject Document)
{
    public string Title => (string?)(Document["title"] ?? Document["name"]) ?? Id;

    /// <summary>As answers show an artifact.</summary>
    public JsonObject ToArtifact() => new() { ["id"] = Id, ["type"] = Type, ["found"] = true, ["count"] = 0, ["title"] = Title };

    public JsonObject ToJson() => new() { ["type"] = Type, ["id"] = Id, ["document"] = Document.DeepClone() };

    public static PackageItem Read(JsonNode node) =>
        new((string)node["type"]!, (string)node["id"]!, node["document"]!.DeepClone().AsObject());
}
