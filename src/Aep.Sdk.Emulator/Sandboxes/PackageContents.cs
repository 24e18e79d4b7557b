using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.Segmentation;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>What a package holds: the artifacts that it names and whatever they are made of, those first that others need.</summary>
internal sealed class PackageContents(SegmentRules rules)
{
    /// <exception cref="ApiException">400: an artifact does not exist; 501: it is of a type that cannot be carried here.</exception>
    public IReadOnlyList<PackageItem> Of(Sandbox sandbox, IEnumerable<(string Type, string Id)> artifacts)
    {
        var found = new List<PackageItem>();
        var seen = new HashSet<string>();
        foreach ((string type, string id) in artifacts)
            Collect(sandbox, type, id, found, seen);
        return found;
    }

    /// <summary>What an artifact needs directly.</summary>
    public IReadOnlyList<PackageItem> Children(Sandbox sandbox, string type, string id) => type switch
    {
        PackageTypes.Dataset => Items(sandbox, [(string)Require(sandbox, DatasetService.Kind, type, id)["schemaRef"]!["id"]!]),
        PackageTypes.Segment => [.. rules.Read(sandbox, Require(sandbox, SegmentDefinitions.Kind, type, id)["expression"]).Segments
            .Where(segment => sandbox.Documents[SegmentDefinitions.Kind].Find(segment) is not null)
            .Select(segment => new PackageItem(type, segment, sandbox.Documents[SegmentDefinitions.Kind].Find(segment)!))],
        _ when PackageTypes.Find(type) is { } registry =>
            Items(sandbox, ResourceReferences.Anywhere(Resource(sandbox, registry, type, id))),
        _ => throw NotSupported.Create(
            $"Sandbox tooling with artifacts of the type {type}", "Schemas and their parts, datasets and audiences can be carried."),
    };

    /// <summary>What people call an artifact.</summary>
    public string Title(Sandbox sandbox, string type, string id) => Item(sandbox, type, id).Title;

    private static PackageItem Item(Sandbox sandbox, string type, string id)
    {
        if (PackageTypes.Find(type) is { } registry)
        {
            JsonObject resource = Resource(sandbox, registry, type, id);
            return new PackageItem(type, (string)resource["$id"]!, resource);
        }
        string kind = type == PackageTypes.Dataset ? DatasetService.Kind : SegmentDefinitions.Kind;
        return new PackageItem(type, id, Require(sandbox, kind, type, id));
    }

    private void Collect(Sandbox sandbox, string type, string id, List<PackageItem> found, HashSet<string> seen)
    {
        if (!seen.Add($"{type} {id}"))
            return;
        foreach (PackageItem child in Children(sandbox, type, id))
            Collect(sandbox, child.Type, child.Id, found, seen);
        PackageItem item = Item(sandbox, type, id);
        found.Add(item);
        if (PackageTypes.Find(type) is null)
            return;
        found.AddRange(DescriptorStore.All(sandbox).Where(descriptor => (string?)descriptor["xdm:sourceSchema"] == item.Id)
            .Select(descriptor => new PackageItem(PackageTypes.Descriptor, (string)descriptor["@id"]!, descriptor)));
    }

    // Standard resources are in every sandbox.
    private static IReadOnlyList<PackageItem> Items(Sandbox sandbox, IReadOnlyList<string> ids) =>
    [
        .. from type in ResourceType.Custom
           from resource in ResourceStore.Custom(sandbox, type)
           where ids.Contains((string?)resource["$id"])
           select new PackageItem(PackageTypes.NameOf(type), (string)resource["$id"]!, resource),
    ];

    private static JsonObject Resource(Sandbox sandbox, ResourceType registry, string type, string id) =>
        ResourceStore.FindCustom(sandbox, registry, id) ?? throw Missing(sandbox, type, id);

    private static JsonObject Require(Sandbox sandbox, string kind, string type, string id) =>
        sandbox.Documents[kind].Find(id) ?? throw Missing(sandbox, type, id);

    private static ApiException Missing(Sandbox sandbox, string type, string id) =>
        SandboxErrors.Invalid($"The artifact {id} of the type {type} does not exist in the sandbox {sandbox.Name}.");
}
