using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// Checks, converts and writes the values that are neither objects nor lists. Conversions are those of the table "Types" in
/// https://experienceleague.adobe.com/en/docs/experience-platform/ingestion/batch/api-overview: texts and numbers into each other, milliseconds into times.
/// </summary>
internal static partial class ScalarValue
{
    private const int MaxShown = 60;

    // The end of the year 9999, as far as a time can be told.
    private const long MaxMilliseconds = 253_402_300_799_999;

    public static RowFault? Write(JsonElement value, RowField field, string path, bool isText, Utf8JsonWriter writer) => field.Kind switch
    {
        XdmKind.String => WriteText(value, field, path, writer),
        XdmKind.Boolean => WriteBoolean(value, field, path, isText, writer),
        XdmKind.Number => WriteNumber(value, field, path, writer),
        XdmKind.Integer or XdmKind.Long or XdmKind.Short or XdmKind.Byte => WriteInteger(value, field, path, writer),
        XdmKind.Date or XdmKind.DateTime => WriteTime(value, field, path, isText, writer),
        _ => Wrong(value, field, path),
    };

    private static RowFault? WriteText(JsonElement value, RowField field, string path, Utf8JsonWriter writer)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return Wrong(value, field, path);
        if (field.HasValues && !field.Allows(value.ToString()))
            return NotAllowed(value, path);
        if (value.ValueKind == JsonValueKind.String)
            value.WriteTo(writer);
        else
            writer.WriteStringValue(value.GetRawText());
        return null;
    }

    private static RowFault? WriteBoolean(JsonElement value, RowField field, string path, bool isText, Utf8JsonWriter writer)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            value.WriteTo(writer);
        else if (isText && bool.TryParse(value.GetString(), out bool flag))
            writer.WriteBooleanValue(flag);
        else
            return Wrong(value, field, path);
        return null;
    }

    private static RowFault? WriteNumber(JsonElement value, RowField field, string path, Utf8JsonWriter writer)
    {
        if (AsNumber(value) is not { } number)
            return Wrong(value, field, path);
        if (!field.Allows(number))
            return NotAllowed(value, path);
        writer.WriteNumberValue(number);
        return null;
    }

    // A number with a fraction is no integer: nothing is cut off.
    private static RowFault? WriteInteger(JsonElement value, RowField field, string path, Utf8JsonWriter writer)
    {
        if (!TryInteger(value, out long number))
            return Wrong(value, field, path);
        (double low, double high) = XdmKinds.Range(field.Kind);
        if (field.Kind != XdmKind.Long && (number < low || number > high))
            return Wrong(value, field, path);
        if (!field.Allows(number))
            return NotAllowed(value, path);
        writer.WriteNumberValue(number);
        return null;
    }

    private static RowFault? WriteTime(JsonElement value, RowField field, string path, bool isText, Utf8JsonWriter writer)
    {
        if (AsTime(value, field.Kind, isText) is not { } time)
            return Wrong(value, field, path);
        writer.WriteStringValue(time.ToString(field.Kind == XdmKind.Date ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture));
        return null;
    }

    private static double? AsNumber(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out double number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    private static bool TryInteger(JsonElement value, out long number)
    {
        number = 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out number))
            return true;
        if (value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            return true;
        if (AsNumber(value) is not { } real || real != Math.Floor(real) || Math.Abs(real) >= long.MaxValue)
            return false;
        number = (long)real;
        return true;
    }

    private static DateTime? AsTime(JsonElement value, XdmKind kind, bool isText)
    {
        if ((value.ValueKind == JsonValueKind.Number || isText) && TryInteger(value, out long milliseconds))
            return Math.Abs(milliseconds) < MaxMilliseconds ? DateTime.UnixEpoch.AddMilliseconds(milliseconds) : null;
        if (value.ValueKind != JsonValueKind.String)
            return null;
        string text = value.GetString()!;
        if (kind == XdmKind.Date && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date.ToDateTime(TimeOnly.MinValue);
        // A time without a zone is UTC: Adobe's own notebooks send it so.
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return Iso8601().IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, utc, out DateTime time) ? time : null;
    }

    private static RowFault Wrong(JsonElement value, RowField field, string path) =>
        new(RowErrorCode.Type, $"{path} is not a valid {XdmKinds.NameOf(field.Kind)}: {Shorten(value)}");

    private static RowFault NotAllowed(JsonElement value, string path) =>
        new(RowErrorCode.Constraint, $"{path} has a value that the schema does not allow: {Shorten(value)}");

    private static string Shorten(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= MaxShown ? text : text[..MaxShown] + "…";
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|z|[+-]\d\d(:?\d\d)?)?$")]
    private static partial Regex Iso8601();
}
