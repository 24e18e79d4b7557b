using System.Collections;
using System.Globalization;
using System.Text.Json;
using Parquet.Schema;

namespace Aep.Sdk.Parquet.Writing;

/// <summary>JSON as values of Parquet. The library asks lists and maps for the very types of their elements.</summary>
internal static class JsonValues
{
    public static IDictionary<string, object?> Read(JsonElement row, IReadOnlyList<Field> fields) =>
        fields.ToDictionary(
            field => field.Name, field => row.TryGetProperty(field.Name, out JsonElement value) ? Value(value, field) : null);

    private static object? Value(JsonElement value, Field field) => field switch
    {
        _ when value.ValueKind == JsonValueKind.Null => null,
        StructField structure => Read(value, structure.Fields),
        ListField list => List(value, list.Item),
        MapField map => Map(value, map),
        DataField { ClrType: var type } => Scalar(value, type),
        _ => value.GetRawText(),
    };

    private static Array List(JsonElement values, Field item)
    {
        var array = Array.CreateInstance(TypeOf(item), values.GetArrayLength());
        int index = 0;
        foreach (JsonElement value in values.EnumerateArray())
            array.SetValue(Element(value, item), index++);
        return array;
    }

    private static IDictionary Map(JsonElement values, MapField field)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(TypeOf(field.Key), TypeOf(field.Value)))!;
        foreach (JsonProperty value in values.EnumerateObject())
            map.Add(value.Name.AsMemory(), Element(value.Value, field.Value));
        return map;
    }

    private static object? Element(JsonElement value, Field item) =>
        Value(value, item) is string text && TypeOf(item) != typeof(string) ? text.AsMemory() : Value(value, item);

    private static Type TypeOf(Field item) => item switch
    {
        StructField => typeof(IDictionary<string, object?>),
        ListField list => typeof(IEnumerable<>).MakeGenericType(TypeOf(list.Item)),
        MapField map => typeof(IDictionary<,>).MakeGenericType(TypeOf(map.Key), TypeOf(map.Value)),
        _ => ((DataField)item).ClrNullableIfHasNullsType,
    };

    private static object Scalar(JsonElement value, Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String or TypeCode.Object => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(),
        TypeCode.Boolean => value.GetBoolean(),
        TypeCode.DateTime => value.GetDateTimeOffset().UtcDateTime,
        TypeCode.Single => value.GetSingle(),
        TypeCode.Double => value.GetDouble(),
        TypeCode.Decimal => value.GetDecimal(),
        TypeCode.UInt64 => value.GetUInt64(),
        _ => Convert.ChangeType(value.GetInt64(), type, CultureInfo.InvariantCulture),
    };
}
