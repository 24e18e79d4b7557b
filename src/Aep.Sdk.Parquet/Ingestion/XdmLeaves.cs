using System.Text.Json;
using Aep.Sdk.Schemas;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>
/// How the types of XDM are stored in Parquet: days as DATE, moments as TIMESTAMP in microseconds of UTC, whole numbers as INT32 and INT64.
/// </summary>
internal static class XdmLeaves
{
    public static XdmLeaf Create(XdmField field, int definition, bool repeats, bool isNullable = true)
    {
        if (field.Type == XdmFieldType.Boolean)
            return new XdmValues<bool>(field, definition, repeats, Boolean, Plain<bool>);
        if (field.Type == XdmFieldType.Number)
            return new XdmValues<double>(field, definition, repeats, Number, Plain<double>);
        if (field.Type == XdmFieldType.Long)
            return new XdmValues<long>(field, definition, repeats, Long, Plain<long>);
        if (field.Type.IsInteger)
            return new XdmValues<int>(field, definition, repeats, Int, Plain<int>);
        if (field.Type == XdmFieldType.Date)
            return new XdmValues<DateTime>(
                field, definition, repeats, Moment, name => new DateTimeDataField(name, DateTimeFormat.Date, isNullable: true));
        if (field.Type == XdmFieldType.DateTime)
            return new XdmValues<DateTime>(field, definition, repeats, Moment, Timestamp);
        return new XdmTexts(field, definition, repeats, isNullable);
    }

    private static DataField Plain<T>(string name) => new(name, typeof(T), isNullable: true);

    private static DateTimeDataField Timestamp(string name) =>
        new(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true);

    private static bool Boolean(ref Utf8JsonReader reader, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return value || reader.TokenType == JsonTokenType.False;
    }

    private static bool Number(ref Utf8JsonReader reader, out double value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out value) && double.IsFinite(value);
    }

    private static bool Long(ref Utf8JsonReader reader, out long value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out value);
    }

    private static bool Int(ref Utf8JsonReader reader, out int value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out value);
    }

    // Without a zone it is UTC, which is what AEP takes it for; from another zone it must not pass through this machine's.
    private static bool Moment(ref Utf8JsonReader reader, out DateTime value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTime(out value))
            return false;
        if (value.Kind == DateTimeKind.Local && reader.TryGetDateTimeOffset(out DateTimeOffset zoned))
            value = zoned.UtcDateTime;
        value = DateTime.SpecifyKind(value, DateTimeKind.Utc);
        return true;
    }
}
