using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Schemas;

/// <summary>Field groups from C# types.</summary>
public static class XdmFieldGroup
{
    /// <summary>
    /// A field group with the fields of a C# type, named as the serializer names them: what writes the events describes them too. Objects,
    /// lists and dictionaries become objects, arrays and maps; <see cref="XdmFieldAttribute"/>, <see cref="XdmValueAttribute"/> and
    /// <see cref="XdmTenantAttribute"/> say what C# does not.
    /// </summary>
    /// <param name="type">Metadata of the type, from a source-generated context: <c>MyJson.Default.WebEvent</c>.</param>
    /// <param name="title">Title of the field group.</param>
    /// <param name="classIds">The classes that it may extend, see <see cref="XdmClasses"/>.</param>
    /// <exception cref="ArgumentException">
    /// A property has no XDM type, or says something that does not fit; the message lists each with its path.
    /// </exception>
    public static FieldGroupDefinition From<T>(JsonTypeInfo<T> type, string title, params IReadOnlyList<string> classIds)
    {
        ArgumentNullException.ThrowIfNull(type);
        XdmTypeFields fields = new XdmTypeReader().Read(type);
        return new FieldGroupDefinition(title, fields.Properties, classIds) { Required = fields.Required };
    }
}
