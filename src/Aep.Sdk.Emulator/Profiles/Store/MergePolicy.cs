using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>How fragments become a profile.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stitches">Whether the identity graph joins fragments of different identities.</param>
/// <param name="Precedence">The datasets in the order of their weight; null: what was said last holds.</param>
internal sealed record MergePolicy(string Id, bool Stitches, IReadOnlyList<string>? Precedence)
{
    public static MergePolicy Read(JsonObject document) => new(
        (string)document["id"]!,
        (string?)document["identityGraph"]?["type"] != "none",
        (string?)document["attributeMerge"]?["type"] == "dataSetPrecedence"
            ? [.. (document["attributeMerge"]!["order"] as JsonArray ?? []).Select(id => (string)id!)]
            : null);
}
