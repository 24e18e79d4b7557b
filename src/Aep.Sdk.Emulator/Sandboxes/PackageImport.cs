using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.Segmentation;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>Makes the objects of a package in another sandbox: they get new ids, and name each other by these.</summary>
internal sealed class PackageImport(
    AepEmulatorOptions options, ResourceWriter writer, DescriptorService descriptors, DatasetService datasets, SegmentDefinitions segments)
{
    private static readonly string[] OfTheRegistry =
        ["imsOrg", "meta:registryMetadata", "meta:tenantNamespace", "meta:containerId", "meta:immutableTags", "version"];

    private static readonly string[] OfADataset = ["name", "description", "schemaRef"];
    private static readonly string[] OfASegment = ["name", "description", "schema", "expression", "evaluationInfo", "ttlInDays"];

    /// <param name="target">The sandbox that they come into.</param>
    /// <param name="items">The objects, those first that others need.</param>
    /// <param name="replaced">The new id of each; those that are named already stand for objects that are there.</param>
    /// <param name="client">Who asks.</param>
    /// <exception cref="ApiException">
    /// An object is refused, as it would be if it were made there. Schemas and what they are made of come all or none.
    /// </exception>
    public void Run(Sandbox target, IReadOnlyList<PackageItem> items, IDictionary<string, string> replaced, string client)
    {
        PackageItem[] fresh = [.. items.Where(item => !replaced.ContainsKey(item.Id))];
        PackageItem[] resources = [.. fresh.Where(item => PackageTypes.Find(item.Type) is not null)];
        foreach (PackageItem item in resources)
            replaced[item.Id] = ResourceIds.New(options.TenantId, PackageTypes.Find(item.Type)!);
        writer.Import(target, [.. resources.Select(item => (PackageTypes.Find(item.Type)!, Resource(item, replaced)))], client);
        // Those of a schema that was there stay as they are.
        foreach (PackageItem item in fresh.Where(item => Array.Exists(resources, schema => IsOf(item, schema))))
            replaced[item.Id] = (string)descriptors.Create(target, Descriptor(item, replaced), client)["@id"]!;
        foreach (PackageItem item in resources.Where(item => SchemaResolver.IsInUnion(item.Document)))
            writer.Patch(target, ResourceType.Schemas, replaced[item.Id], EnableForProfile(), client);
        foreach (PackageItem item in fresh.Where(item => item.Type == PackageTypes.Dataset))
            replaced[item.Id] = datasets.Create(target, Dataset(item, replaced), client).Id;
        foreach (PackageItem item in fresh.Where(item => item.Type == PackageTypes.Segment))
            replaced[item.Id] = (string)segments.Create(target, Part(item, OfASegment, replaced))["id"]!;
    }

    private static bool IsOf(PackageItem item, PackageItem schema) =>
        item.Type == PackageTypes.Descriptor && (string?)item.Document["xdm:sourceSchema"] == schema.Id;

    private static JsonArray EnableForProfile() =>
        [new JsonObject { ["op"] = "add", ["path"] = "/meta:immutableTags", ["value"] = new JsonArray("union") }];

    private static JsonObject Resource(PackageItem item, IDictionary<string, string> replaced)
    {
        JsonObject resource = Rewrite(item.Document, replaced);
        foreach (string name in OfTheRegistry)
            resource.Remove(name);
        return resource;
    }

    private static JsonObject Descriptor(PackageItem item, IDictionary<string, string> replaced)
    {
        JsonObject descriptor = Rewrite(item.Document, replaced);
        descriptor.Remove("@id");
        return descriptor;
    }

    // The table gets a name of its own in the sandbox.
    private static JsonObject Dataset(PackageItem item, IDictionary<string, string> replaced)
    {
        JsonObject dataset = Part(item, OfADataset, replaced);
        var tags = new JsonObject();
        foreach (string name in new[] { "unifiedProfile", "unifiedIdentity" })
        {
            if (item.Document["tags"]?[name] is { } value)
                tags[name] = value.DeepClone();
        }
        dataset["tags"] = tags;
        return dataset;
    }

    private static JsonObject Part(PackageItem item, string[] names, IDictionary<string, string> replaced)
    {
        JsonObject whole = Rewrite(item.Document, replaced);
        return new JsonObject(whole.Where(member => names.Contains(member.Key))
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
    }

    // Ids are long enough to stand for nothing else; resources are named by their dotted id, too.
    private static JsonObject Rewrite(JsonObject document, IDictionary<string, string> replaced)
    {
        string text = document.ToJsonString();
        foreach ((string before, string after) in replaced)
        {
            text = text.Replace(before, after, StringComparison.Ordinal);
            if (before.StartsWith("https://", StringComparison.Ordinal))
                text = text.Replace($"\"{ResourceIds.ToAltId(before)}\"", $"\"{ResourceIds.ToAltId(after)}\"", StringComparison.Ordinal);
        }
        return JsonNode.Parse(text)!.AsObject();
    }
}
