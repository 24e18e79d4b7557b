namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The resource kinds as they stand in the path.</summary>
internal static class ResourceKinds
{
    public const string Classes = "classes";
    public const string DataTypes = "datatypes";
    public const string Descriptors = "descriptors";
    public const string FieldGroups = "fieldgroups";
    public const string Schemas = "schemas";

    /// <summary>Kinds that are XDM resources with an <c>$id</c>.</summary>
    public static IReadOnlyList<string> Resources { get; } = [Classes, DataTypes, FieldGroups, Schemas];
}
