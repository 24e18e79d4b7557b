using System.Globalization;
using System.Text;
using System.Text.Json;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// Reads rows of JSON as XDM documents: dictionaries of double, string, bool, <see cref="DateTimeOffset"/>, <see cref="DateOnly"/>, lists
/// and dictionaries. What is null or empty is left out.
/// </summary>
internal sealed class XdmRowReader(XdmShape shape)
{
    private const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
    private byte[] _buffer = new byte[1024];

    public Dictionary<string, object?> Read(string row)
    {
        int most = Encoding.UTF8.GetMaxByteCount(row.Length);
        if (_buffer.Length < most)
            _buffer = new byte[most];
        var reader = new Utf8JsonReader(_buffer.AsSpan(0, Encoding.UTF8.GetBytes(row, _buffer)));
        reader.Read();
        return ReadObject(ref reader, shape) ?? [];
    }

    private static object? ReadValue(ref Utf8JsonReader reader, XdmShape? shape)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return ReadText(reader.GetString()!, shape?.Kind ?? XdmKind.String);
            case JsonTokenType.Number:
                return reader.GetDouble();
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.StartArray:
                return ReadList(ref reader, shape?.Items);
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, shape);
            default:
                return null;
        }
    }

    private static object? ReadText(string text, XdmKind kind) => kind switch
    {
        XdmKind.DateTime when DateTime.TryParse(text, CultureInfo.InvariantCulture, Universal, out DateTime time) =>
            new DateTimeOffset(time),
        XdmKind.Date when DateOnly.TryParse(text, CultureInfo.InvariantCulture, out DateOnly date) => date,
        XdmKind.Object or XdmKind.Map when text.StartsWith('{') => ReadFreeForm(text), // stored as text, because it has no fields
        _ => text,
    };

    private static object? ReadFreeForm(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        reader.Read();
        return ReadValue(ref reader, null);
    }

    private static List<object?>? ReadList(ref Utf8JsonReader reader, XdmShape? items)
    {
        List<object?>? list = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            (list ??= []).Add(ReadValue(ref reader, items));
        return list;
    }

    private static Dictionary<string, object?>? ReadObject(ref Utf8JsonReader reader, XdmShape? shape)
    {
        Dictionary<string, object?>? result = null;
        bool isMap = shape?.Kind == XdmKind.Map;
        int next = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            (string name, XdmShape? member) = isMap || shape is null
                ? (reader.GetString()!, shape?.Items)
                : shape.Member(ref reader, ref next);
            reader.Read();
            if (ReadValue(ref reader, member) is { } value)
                (result ??= new Dictionary<string, object?>(StringComparer.Ordinal))[name] = value;
        }
        return result;
    }
}
