using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>What other services ask the registry: resolved schemas and identities.</summary>
internal sealed class SchemaRegistryService(ResourceStore resources)
{
    private const string UnionTag = "union";

    public XdmSchema? Resolve(Sandbox sandbox, string schemaId)
    {
        JsonObject? schema = resources.Find(sandbox, schemaId);
        if (schema is null)
            return null;
        string classId = ClassOf(sandbox, schema) ?? "";
        JsonObject? classResource = resources.Find(sandbox, classId);
        bool timeSeries = classResource?["meta:extends"]?.ToJsonString().Contains("/data/time-series", StringComparison.Ordinal) ?? false;
        bool inUnion = schema["meta:immutableTags"]?.AsArray().Any(tag => (string?)tag == UnionTag) ?? false;
        return new XdmSchema((string)schema["$id"]!, (string)schema["title"]!, classId, timeSeries, inUnion, Resolver(sandbox).Fields(schema));
    }

    /// <summary>A schema for a table that SQL has made. Its fields stand at the root, as those of Query Service's ad hoc schemas do.</summary>
    public XdmSchema CreateAdHoc(Sandbox sandbox, string title, IReadOnlyList<XdmField> fields)
    {
        JsonObject schema = resources.Add(sandbox, ResourceKinds.Schemas, new JsonObject
        {
            ["title"] = title,
            ["description"] = "Made by a CREATE TABLE AS statement.",
            ["type"] = "object",
            ["meta:extends"] = new JsonArray("https://ns.adobe.com/xdm/data/adhoc"),
            ["properties"] = XdmKinds.Properties(fields),
        });
        return Resolve(sandbox, (string)schema["$id"]!)!;
    }

    public IReadOnlyList<IdentityDescriptor> Identities(Sandbox sandbox, string schemaId) =>
        [.. sandbox.Documents[ResourceKinds.Descriptors].All()
            .Where(descriptor => (string?)descriptor["@type"] == DescriptorService.IdentityType && (string?)descriptor["xdm:sourceSchema"] == schemaId)
            .Select(DescriptorService.ToIdentity)];

    /// <summary>The fields of all schemas of a class that take part in its union.</summary>
    public XdmSchema Union(Sandbox sandbox, string classId)
    {
        IEnumerable<JsonNode> members = resources.All(sandbox, "tenant", ResourceKinds.Schemas)
            .Where(schema => schema["meta:immutableTags"] is not null && ClassOf(sandbox, schema) == classId)
            .Select(schema => (JsonNode)new JsonObject { ["$ref"] = (string)schema["$id"]! });
        var union = new JsonObject { ["allOf"] = new JsonArray([new JsonObject { ["$ref"] = classId }, .. members]) };
        bool timeSeries = classId.EndsWith("experienceevent", StringComparison.Ordinal);
        return new XdmSchema($"{classId}__union", "Union", classId, timeSeries, true, Resolver(sandbox).Fields(union));
    }

    public XdmResolver Resolver(Sandbox sandbox) => new(reference => resources.Find(sandbox, reference));

    /// <summary>The class that a schema's <c>allOf</c> refers to.</summary>
    public string? ClassOf(Sandbox sandbox, JsonObject schema) => References(schema)
        .FirstOrDefault(reference => (string?)resources.Find(sandbox, reference)?["meta:resourceType"] == ResourceKinds.Classes);

    public static IEnumerable<string> References(JsonObject resource) =>
        resource["allOf"]?.AsArray().Select(part => (string?)part?["$ref"]).OfType<string>() ?? [];
}
