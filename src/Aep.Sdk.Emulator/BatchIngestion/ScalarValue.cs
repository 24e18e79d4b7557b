using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Checks and writes the values that are neither objects nor lists.</summary>
internal static partial class ScalarValue
{
    private const int MaxShown = 60;

    public static RowFault? Write(JsonElement value, RowField field, string path, Utf8JsonWriter writer)
    {
        bool fits = field.Kind switch
        {
            XdmKind.String => value.ValueKind == JsonValueKind.String,
            XdmKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            XdmKind.Number => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number),
            XdmKind.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            XdmKind.Long => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            XdmKind.Short => value.ValueKind == JsonValueKind.Number && value.TryGetInt16(out _),
            XdmKind.Byte => value.ValueKind == JsonValueKind.Number && value.TryGetSByte(out _),
            XdmKind.Date or XdmKind.DateTime => value.ValueKind == JsonValueKind.String,
            _ => false,
        };
        if (!fits)
            return Wrong(value, field, path);
        if (field.Kind is XdmKind.Date or XdmKind.DateTime)
            return WriteTime(value, field, path, writer);
        if (!IsAllowed(value, field))
            return new RowFault(RowErrorCode.Constraint, $"{path} has a value that the schema does not allow: {Shorten(value)}");
        value.WriteTo(writer);
        return null;
    }

    private static bool IsAllowed(JsonElement value, RowField field) => value.ValueKind switch
    {
        JsonValueKind.String => field.Allows(value.GetString()!),
        JsonValueKind.Number => field.Allows(value.GetDouble()),
        _ => true,
    };

    private static RowFault? WriteTime(JsonElement value, RowField field, string path, Utf8JsonWriter writer)
    {
        string text = value.GetString()!;
        if (field.Kind == XdmKind.Date && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            writer.WriteStringValue(text);
            return null;
        }
        // A time without a zone is UTC: Adobe's own notebooks send it so.
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!Iso8601().IsMatch(text) || !DateTime.TryParse(text, CultureInfo.InvariantCulture, utc, out DateTime time))
            return Wrong(value, field, path);
        string format = field.Kind == XdmKind.Date ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.ffffff";
        writer.WriteStringValue(time.ToString(format, CultureInfo.InvariantCulture));
        return null;
    }

    private static RowFault Wrong(JsonElement value, RowField field, string path) =>
        new(RowErrorCode.Type, $"{path} is not a valid {XdmKinds.NameOf(field.Kind)}: {Shorten(value)}");

    private static string Shorten(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= MaxShown ? text : text[..MaxShown] + "…";
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|z|[+-]\d\d(:?\d\d)?)?$")]
    private static partial Regex Iso8601();
}
