using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The descriptors of a sandbox.</summary>
internal static class DescriptorStore
{
    public const string IdentityType = "xdm:descriptorIdentity";
    public const string LabelType = "xdm:descriptorLabel";

    public static IReadOnlyList<JsonObject> All(Sandbox sandbox) => sandbox.Documents[ResourceType.Descriptors.Segment].All();

    public static IReadOnlyList<IdentityDescriptor> Identities(Sandbox sandbox) =>
        [.. All(sandbox).Where(document => (string?)document["@type"] == IdentityType).Select(ToIdentity)];

    /// <summary>
    /// The label descriptors that hold for a schema: its own, and those of the class and the field groups that it is made of.
    /// </summary>
    public static IEnumerable<JsonObject> Labels(Sandbox sandbox, string schemaId)
    {
        JsonObject? schema = ResourceStore.FindCustom(sandbox, ResourceType.Schemas, schemaId);
        HashSet<string> parts = [schemaId, .. schema is null ? [] : ResourceReferences.Extends(schema)];
        return All(sandbox).Where(
            document => (string?)document["@type"] == LabelType && parts.Contains((string)document["xdm:sourceSchema"]!));
    }

    public static bool HasPrimaryIdentity(Sandbox sandbox, string schemaId) =>
        Identities(sandbox).Any(identity => identity.SchemaId == schemaId && identity.IsPrimary);

    public static IdentityDescriptor ToIdentity(JsonObject document) => new(
        (string?)document["@id"] ?? "",
        (string)document["xdm:sourceSchema"]!,
        ((string)document["xdm:sourceProperty"]!)[1..].Replace('/', '.'),
        (string)document["xdm:namespace"]!,
        (bool?)document["xdm:isPrimary"] ?? false);
}
