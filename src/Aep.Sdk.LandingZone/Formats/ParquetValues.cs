using System.Globalization;
using System.Text.Json;
using Parquet.Schema;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>JSON as values of Parquet.</summary>
internal static class ParquetValues
{
    public static Dictionary<string, object?> Read(JsonElement row, IReadOnlyList<Field> fields) => fields.ToDictionary(
        field => field.Name, field => row.TryGetProperty(field.Name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? Value(value, field) : null);

    private static object? Value(JsonElement value, Field field) => field switch
    {
        StructField structure => Read(value, structure.Fields),
        ListField { Item: DataField item } => Scalars(value, item),
        ListField list => value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? null : Value(item, list.Item)).ToList(),
        DataField { ClrType: var type } => Scalar(value, type),
        _ => value.GetRawText(),
    };

    // The library wants the very element type.
    private static Array Scalars(JsonElement values, DataField item)
    {
        var array = Array.CreateInstance(item.ClrNullableIfHasNullsType, values.GetArrayLength());
        int index = 0;
        foreach (JsonElement value in values.EnumerateArray())
        {
            object? scalar = value.ValueKind == JsonValueKind.Null ? null : Scalar(value, item.ClrType);
            array.SetValue(scalar is string text && item.ClrType != typeof(string) ? text.AsMemory() : scalar, index++);
        }

        return array;
    }

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
