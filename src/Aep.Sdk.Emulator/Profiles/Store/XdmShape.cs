using System.Text;
using System.Text.Json;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>What a value of JSON is by its schema, with the names of its members as they stand in the bytes.</summary>
internal sealed class XdmShape(XdmKind kind, IReadOnlyList<XdmField> fields, XdmField? item)
{
    private (byte[] Utf8, string Name, XdmShape Shape)[]? _members;
    private XdmShape? _items;

    private XdmShape(XdmField field) : this(field.Kind, field.Fields, field.Items)
    {
    }

    public XdmKind Kind => kind;

    /// <summary>The items of a list, the values of a map; null if nothing is known of them.</summary>
    public XdmShape? Items => item is null ? null : _items ??= new XdmShape(item);

    // Made when a value is met: a schema has more objects than most rows.
    private (byte[] Utf8, string Name, XdmShape Shape)[] Members =>
        _members ??= [.. fields.Select(member => (Encoding.UTF8.GetBytes(member.Name), member.Name, new XdmShape(member)))];

    public static XdmShape Of(XdmSchema schema) => new(XdmKind.Object, schema.Fields, null);

    /// <summary>The member whose name the reader stands on.</summary>
    /// <param name="reader">The row.</param>
    /// <param name="next">Where to look first: rows have their members in the order of the schema.</param>
    /// <returns>The member's name and shape; without a shape if the schema does not have it.</returns>
    public (string Name, XdmShape? Shape) Member(ref Utf8JsonReader reader, ref int next)
    {
        (byte[] Utf8, string Name, XdmShape Shape)[] members = Members;
        for (int i = 0; i < members.Length; i++)
        {
            int index = next + i < members.Length ? next + i : next + i - members.Length;
            if (reader.ValueTextEquals(members[index].Utf8))
            {
                next = index + 1 < members.Length ? index + 1 : 0;
                return (members[index].Name, members[index].Shape);
            }
        }
        return (reader.GetString()!, null);
    }
}
