using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Structs, lists and maps as JSON (setting auto_to_json); members that are null are left out, as Spark's to_json does.</summary>
internal static class ComplexJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlySpan<byte> Write(object value, SqlType type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, value, type);
        return buffer.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, object? value, SqlType type)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case IDictionary members when type.Kind == SqlTypeKind.Struct:
                WriteMembers(json, type.Fields.Select(member => (member.Name, members[member.Name], member.Type)));
                break;
            case IDictionary map:
                WriteMembers(json, map.Cast<DictionaryEntry>().Select(entry => (ScalarText.Of(entry.Key, type.Fields[0].Type), entry.Value, type.Fields[1].Type)));
                break;
            case IEnumerable items when type.Kind == SqlTypeKind.List:
                json.WriteStartArray();
                foreach (object? item in items)
                    Write(json, item, type.Item!);
                json.WriteEndArray();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateTime time:
                json.WriteStringValue(time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
                break;
            case double or float or decimal or sbyte or short or int or long or byte or ushort or uint or ulong or System.Numerics.BigInteger:
                json.WriteRawValue(ScalarText.Of(value, type));
                break;
            default:
                json.WriteStringValue(ScalarText.Of(value, type));
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, IEnumerable<(string Name, object? Value, SqlType Type)> members)
    {
        json.WriteStartObject();
        foreach ((string name, object? value, SqlType type) in members)
        {
            if (value is null)
                continue;
            json.WritePropertyName(name);
            Write(json, value, type);
        }
        json.WriteEndObject();
    }
}
