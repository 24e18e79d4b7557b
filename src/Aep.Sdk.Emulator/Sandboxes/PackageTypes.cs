using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>The types of artifacts that can be carried from sandbox to sandbox here.</summary>
internal static class PackageTypes
{
    public const string Dataset = "CATALOG_DATASET";
    public const string Segment = "PROFILE_SEGMENT";

    /// <summary>Descriptors go with their schema; no request names them.</summary>
    public const string Descriptor = "REGISTRY_DESCRIPTOR";

    private static readonly (string Name, ResourceType Type)[] Registry =
    [
        ("REGISTRY_SCHEMA", ResourceType.Schemas),
        ("REGISTRY_CLASS", ResourceType.Classes),
        ("REGISTRY_MIXIN", ResourceType.FieldGroups),
        ("REGISTRY_DATATYPE", ResourceType.DataTypes),
    ];

    public static ResourceType? Find(string name) => Registry.FirstOrDefault(entry => entry.Name == name).Type;

    public static string NameOf(ResourceType type) => Registry.First(entry => entry.Type == type).Name;
}
