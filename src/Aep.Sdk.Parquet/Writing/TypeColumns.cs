using System.Text.Json.Serialization.Metadata;
using Parquet.Schema;

namespace Aep.Sdk.Parquet.Writing;

/// <summary>The columns that a type becomes: its members, with the names and the nesting that JSON gives them.</summary>
internal static class TypeColumns
{
    public static ParquetSchema Of(JsonTypeInfo type) => new(Fields(type));

    private static Field[] Fields(JsonTypeInfo type)
    {
        Field[] fields =
        [
            .. type.Properties.Where(property => property.Get is not null && !property.IsExtensionData)
                .Select(property => Column(property.Name, property.PropertyType, type)),
        ];
        return fields.Length > 0
            ? fields
            : throw new ArgumentException(
                $"{type.Type.Name} has no members, which would become the columns of a Parquet file.", nameof(type));
    }

    private static Field Column(string name, Type type, JsonTypeInfo parent)
    {
        Type value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(DateTimeOffset) || value == typeof(DateTime))
            return new DateTimeDataField(name, DateTimeFormat.DateAndTimeMicros, isNullable: true);
        if (value == typeof(string) || value == typeof(Guid) || value.IsEnum) return new DataField<string>(name, true);
        if (value == typeof(decimal)) return new DecimalDataField(name, 38, 18, isNullable: true);
        if (value.IsPrimitive && value != typeof(char)) return new DataField(name, value, true);

        JsonTypeInfo info = parent.Options.GetTypeInfo(value);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => new StructField(name, Fields(info)),
            JsonTypeInfoKind.Dictionary when info.KeyType == typeof(string) =>
                new MapField(name, new DataField<string>("key", false), Column("value", info.ElementType!, parent)),
            JsonTypeInfoKind.Enumerable => new ListField(name, Column(ListField.ElementName, info.ElementType!, parent)),
            _ => new DataField<string>(name, true),
        };
    }
}
