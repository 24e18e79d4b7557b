using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Schemas;

/// <summary>Data types from C# types.</summary>
public static class XdmDataType
{
    /// <summary>A data type with the fields of a C# type; see <see cref="XdmFieldGroup.From"/>.</summary>
    /// <param name="type">Metadata of the type, from a source-generated context.</param>
    /// <param name="title">Title of the data type.</param>
    /// <exception cref="ArgumentException">A property has no XDM type, or says something that does not fit.</exception>
    public static DataTypeDefinition From<T>(JsonTypeInfo<T> type, string title)
    {
        ArgumentNullException.ThrowIfNull(type);
        XdmTypeFields fields = new XdmTypeReader().Read(type);
        return new DataTypeDefinition(title, fields.Properties) { Required = fields.Required };
    }
}
