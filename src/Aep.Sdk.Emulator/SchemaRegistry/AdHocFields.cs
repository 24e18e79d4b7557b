using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The fields of a class of the behavior ad hoc: sent under <c>_adhoc</c>, kept under a name that is the class's own.</summary>
internal static class AdHocFields
{
    private const string Sent = "_adhoc";
    private const string NamespaceMember = "meta:datasetNamespace";

    /// <summary>The name under which the fields of a class or schema stand; null if it is not ad hoc.</summary>
    public static string? Namespace(JsonObject resource) => (string?)resource[NamespaceMember];

    /// <summary>A copy of a class's body with the fields under their final name.</summary>
    public static JsonObject Rename(JsonObject body, string classId)
    {
        if (!ResourceReferences.Of(body).Contains(StandardIds.AdHoc))
            return body;
        JsonObject copy = body.DeepClone().AsObject();
        string name = "_" + classId[(classId.LastIndexOf('/') + 1)..];
        if (RenameIn(copy, name))
            copy[NamespaceMember] = name;
        return copy;
    }

    private static bool RenameIn(JsonNode? node, string name)
    {
        if (node is JsonArray list)
            return list.Aggregate(false, (found, entry) => RenameIn(entry, name) || found);
        if (node is not JsonObject item)
            return false;
        if (item["properties"] is JsonObject properties && properties[Sent] is { } fields)
        {
            properties.Remove(Sent);
            properties[name] = fields;
            return true;
        }
        return item.ToArray().Aggregate(false, (found, member) => RenameIn(member.Value, name) || found);
    }
}
