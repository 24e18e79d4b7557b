using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>
/// A field of a resolved schema. Objects have <see cref="Fields"/>; arrays and maps have <see cref="Items"/>, the type of a value.
/// </summary>
internal sealed record XdmField(string Name, XdmKind Kind, IReadOnlyList<XdmField> Fields, XdmField? Items, bool Required)
{
    /// <summary>Its JSON Schema with every <c>$ref</c> resolved; empty for a field that was made from a column.</summary>
    public JsonObject Definition { get; init; } = [];

    /// <summary>A field without constraints, for schemas made from the columns of a query.</summary>
    public static XdmField Of(string name, XdmKind kind, IReadOnlyList<XdmField>? fields = null, XdmField? items = null) =>
        new(name, kind, fields ?? [], items, false);
}
