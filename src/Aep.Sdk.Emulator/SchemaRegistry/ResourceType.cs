namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>A type of registry resource.</summary>
/// <param name="Segment">Where it stands in a path and in the document store.</param>
/// <param name="Noun">What <c>meta:resourceType</c> and the <c>$id</c> call it.</param>
/// <param name="Name">What an error message calls it.</param>
/// <param name="NotFoundCode">Error code for an id that does not exist.</param>
internal sealed record ResourceType(string Segment, string Noun, string Name, string NotFoundCode)
{
    public static readonly ResourceType Classes = new("classes", "classes", "class", "XDM-1010-404");
    public static readonly ResourceType FieldGroups = new("fieldgroups", "mixins", "field group", "XDM-1011-404");
    public static readonly ResourceType Schemas = new("schemas", "schemas", "schema", "XDM-1012-404");
    public static readonly ResourceType DataTypes = new("datatypes", "datatypes", "data type", "XDM-1013-404");
    public static readonly ResourceType Descriptors = new("descriptors", "descriptors", "descriptor", "XDM-1014-404");
    public static readonly ResourceType Unions = new("unions", "unions", "union", "XDM-1015-404");
    public static readonly ResourceType Behaviors = new("behaviors", "behaviors", "behavior", "XDM-1016-404");

    /// <summary>The types that an organisation can create.</summary>
    public static readonly IReadOnlyList<ResourceType> Custom = [Schemas, Classes, FieldGroups, DataTypes];
}
