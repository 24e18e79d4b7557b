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
                WriteMembers(json, Entries(map, type));
                break;
            case IEnumerable items when type.Kind == SqlTypeKind.List:
                json.WriteStartArray();
                foreach (object? item in items)
                    Write(json, item, type.Item!);
                json.WriteEndArray();
                break;
            default:
                WriteScalar(json, value, type);
                break;
        }
    }

    private static IEnumerable<(string Name, object? Value, SqlType Type)> Entries(IDictionary map, SqlType type)
    {
        foreach (DictionaryEntry entry in map)
            yield return (ScalarText.Of(entry.Key, type.Fields[0].Type), entry.Value, type.Fields[1].Type);
    }

    // A value inside another comes as the engine's text, one of its own as what it is.
    private static void WriteScalar(Utf8JsonWriter json, object value, SqlType type)
    {
        string text = ScalarText.Of(value, type);
        DateTime? time = type.Kind is SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz ? value as DateTime? ?? EngineText.Time(text) : null;
        if (type.Kind == SqlTypeKind.Boolean)
            json.WriteBooleanValue(text == "t");
        else if (time is DateTime known)
            json.WriteStringValue(known.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        else if (type.IsNumber && !char.IsAsciiLetter(text[^1]))
            json.WriteRawValue(text);
        else
            json.WriteStringValue(text);
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
