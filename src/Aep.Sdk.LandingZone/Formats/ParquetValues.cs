using System.Collections;
using System.Globalization;
using System.Text.Json;
using Parquet.Schema;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>Values of Parquet as JSON, and back.</summary>
internal static class ParquetValues
{
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case decimal number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): json.WriteNumberValue(number); break;
            case double or float: json.WriteStringValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)); break;
            case ulong number: json.WriteNumberValue(number); break;
            case sbyte or byte or short or ushort or int or uint or long: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case DateTime time: json.WriteStringValue(DateTime.SpecifyKind(time, DateTimeKind.Utc)); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case IDictionary members: WriteMembers(json, members); break;
            case IEnumerable items: WriteItems(json, items); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    public static Dictionary<string, object?> Read(JsonElement row, IReadOnlyList<Field> fields) => fields.ToDictionary(
        field => field.Name, field => row.TryGetProperty(field.Name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? Value(value, field) : null);

    private static void WriteMembers(Utf8JsonWriter json, IDictionary members)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry member in members)
        {
            json.WritePropertyName(Convert.ToString(member.Key, CultureInfo.InvariantCulture)!);
            Write(json, member.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable items)
    {
        json.WriteStartArray();
        foreach (object? item in items) Write(json, item);
        json.WriteEndArray();
    }

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
