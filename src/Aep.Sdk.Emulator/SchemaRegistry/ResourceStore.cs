using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Finds resources of both containers: <c>global</c> (standard XDM) and <c>tenant</c> (the organisation's own).</summary>
internal static class ResourceStore
{
    public static IReadOnlyList<JsonObject> Standard(ResourceType type) =>
        [.. StandardLibrary.All().Where(resource => (string?)resource["meta:resourceType"] == type.Noun)];

    public static IReadOnlyList<JsonObject> Custom(Sandbox sandbox, ResourceType type) => sandbox.Documents[type.Segment].All();

    public static IReadOnlyList<JsonObject> Custom(Sandbox sandbox) => [.. ResourceType.Custom.SelectMany(type => Custom(sandbox, type))];

    public static JsonObject? FindStandard(ResourceType type, string idOrAltId) =>
        StandardLibrary.Find(ResourceIds.ToId(idOrAltId)) is { } resource && (string?)resource["meta:resourceType"] == type.Noun
            ? resource
            : null;

    public static JsonObject? FindCustom(Sandbox sandbox, ResourceType type, string idOrAltId) =>
        sandbox.Documents[type.Segment].Find(ResourceIds.ToId(idOrAltId));

    /// <summary>Any resource by <c>$id</c>, as a reference names it.</summary>
    public static JsonObject? Find(Sandbox sandbox, string id) =>
        ResourceType.Custom.Select(type => sandbox.Documents[type.Segment].Find(id)).FirstOrDefault(found => found is not null)
        ?? StandardLibrary.Find(id);

    /// <param name="sandbox">Where.</param>
    /// <param name="withDeprecation">Whether deprecated fields say that they are.</param>
    public static SchemaComposer Composer(Sandbox sandbox, bool withDeprecation = false) => new(id => Find(sandbox, id), withDeprecation);

    /// <summary>A composer that sees one resource as it would be after a change.</summary>
    public static SchemaComposer Composer(Sandbox sandbox, JsonObject changed) =>
        new(id => id == (string?)changed["$id"] ? changed : Find(sandbox, id));
}
