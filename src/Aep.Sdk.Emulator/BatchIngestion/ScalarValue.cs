using System.Globalization;
using System.Text.Json;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// Checks, converts and writes the values that are neither objects nor lists. Conversions are those of the table "Types" in
/// https://experienceleague.adobe.com/en/docs/experience-platform/ingestion/batch/api-overview: texts and numbers into each other,
/// milliseconds into times.
/// </summary>
internal static class ScalarValue
{
    public static FieldFault? Write(ref RowCursor cursor, RowField field, bool isText)
    {
        FieldFault? fault = field.Kind switch
        {
            XdmKind.String => WriteText(ref cursor, field),
            XdmKind.Boolean => WriteBoolean(ref cursor, field, isText),
            XdmKind.Number => WriteNumber(ref cursor, field),
            XdmKind.Integer or XdmKind.Long or XdmKind.Short or XdmKind.Byte => WriteInteger(ref cursor, field),
            XdmKind.Date or XdmKind.DateTime => WriteTime(ref cursor, field, isText),
            _ => Wrong(ref cursor, field),
        };
        cursor.HasPrimaryIdentity |= field.IsPrimaryIdentity && !(cursor.Token == JsonTokenType.String && cursor.Reader.ValueSpan.IsEmpty);
        return fault;
    }

    private static FieldFault? WriteText(ref RowCursor cursor, RowField field)
    {
        if (cursor.Token is not (JsonTokenType.String or JsonTokenType.Number))
            return Wrong(ref cursor, field);
        if (field.HasValues && !field.Allows(cursor.Text()))
            return NotAllowed(ref cursor);
        if (cursor.Token == JsonTokenType.Number)
            cursor.Writer.WriteStringValue(cursor.Raw);
        else if (cursor.Reader.ValueIsEscaped)
            cursor.Writer.WriteStringValue(cursor.Text()); // looks at what the escapes stand for
        else
            cursor.Writer.WriteRawValue(cursor.Raw, skipInputValidation: true);
        return null;
    }

    private static FieldFault? WriteBoolean(ref RowCursor cursor, RowField field, bool isText)
    {
        if (cursor.Token is JsonTokenType.True or JsonTokenType.False)
            cursor.Writer.WriteBooleanValue(cursor.Token == JsonTokenType.True);
        else if (isText && bool.TryParse(cursor.Text(), out bool flag))
            cursor.Writer.WriteBooleanValue(flag);
        else
            return Wrong(ref cursor, field);
        return null;
    }

    private static FieldFault? WriteNumber(ref RowCursor cursor, RowField field)
    {
        if (AsNumber(ref cursor) is not { } number)
            return Wrong(ref cursor, field);
        if (!field.Allows(number))
            return NotAllowed(ref cursor);
        if (cursor.Token == JsonTokenType.Number)
            cursor.Writer.WriteRawValue(cursor.Raw, skipInputValidation: true);
        else
            cursor.Writer.WriteNumberValue(number);
        return null;
    }

    // A number with a fraction is no integer: nothing is cut off.
    private static FieldFault? WriteInteger(ref RowCursor cursor, RowField field)
    {
        if (!TryInteger(ref cursor, out long number))
            return Wrong(ref cursor, field);
        (double low, double high) = XdmKinds.Range(field.Kind);
        if (field.Kind != XdmKind.Long && (number < low || number > high))
            return Wrong(ref cursor, field);
        if (!field.Allows(number))
            return NotAllowed(ref cursor);
        cursor.Writer.WriteNumberValue(number);
        return null;
    }

    private static FieldFault? WriteTime(ref RowCursor cursor, RowField field, bool isText)
    {
        bool mayBeMilliseconds = cursor.Token == JsonTokenType.Number || isText;
        DateTime? time = mayBeMilliseconds && TryInteger(ref cursor, out long milliseconds)
            ? TimeValue.OfMilliseconds(milliseconds)
            : cursor.Token == JsonTokenType.String ? TimeValue.Parse(ref cursor, field.Kind) : null;
        if (time is not { } known)
            return Wrong(ref cursor, field);
        Span<byte> text = stackalloc byte[TimeValue.MaxLength];
        cursor.Writer.WriteStringValue(text[..TimeValue.Format(known, field.Kind, text)]);
        return null;
    }

    private static double? AsNumber(ref RowCursor cursor) => cursor.Token switch
    {
        JsonTokenType.Number when cursor.Reader.TryGetDouble(out double number) && double.IsFinite(number) => number,
        JsonTokenType.String when double.TryParse(cursor.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    private static bool TryInteger(ref RowCursor cursor, out long number)
    {
        number = 0;
        if (cursor.Token == JsonTokenType.Number && cursor.Reader.TryGetInt64(out number))
            return true;
        if (cursor.Token == JsonTokenType.String
            && long.TryParse(cursor.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            return true;
        if (AsNumber(ref cursor) is not { } real || real != Math.Floor(real) || Math.Abs(real) >= long.MaxValue)
            return false;
        number = (long)real;
        return true;
    }

    private static FieldFault Wrong(ref RowCursor cursor, RowField field) =>
        new(RowErrorCode.Type, "", "", $" is not a valid {XdmKinds.NameOf(field.Kind)}: {cursor.Describe()}");

    private static FieldFault NotAllowed(ref RowCursor cursor) =>
        new(RowErrorCode.Constraint, "", "", $" has a value that the schema does not allow: {cursor.Describe()}");
}
