using System.Globalization;
using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>A value of a field that holds no others: as text, and as a number where it is one.</summary>
internal readonly record struct XdmScalar(string Text, decimal? Number)
{
    /// <summary>The value as the field takes it; null when it does not.</summary>
    public static XdmScalar? Read(XdmFieldType type, JsonElement value, XdmValidationMode mode)
    {
        bool converts = mode == XdmValidationMode.Batch;
        if (type == XdmFieldType.Boolean)
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? new XdmScalar(value.GetRawText(), null) : null;
        if (type.IsInteger)
            return Whole(type, value, converts);
        if (type == XdmFieldType.Number)
            return Numeric(value, converts);
        if (type == XdmFieldType.Date || type == XdmFieldType.DateTime)
            return Time(value, converts);
        if (type == XdmFieldType.String)
            return TextOf(value, converts);
        // A type that this version does not know: AEP decides.
        return new XdmScalar(value.GetRawText(), null);
    }

    public static string Describe(XdmFieldType type, XdmValidationMode mode) => type.Value switch
    {
        "string" => "a text",
        "number" => "a number",
        "boolean" => "true or false",
        "date" => "a date such as 2026-03-01",
        "date-time" when mode == XdmValidationMode.Streaming => "a date and time with zone such as 2026-03-01T14:30:00Z",
        "date-time" => "a date and time such as 2026-03-01T14:30:00Z",
        "byte" or "short" or "int" or "long" => $"a whole number ({type})",
        string other => other,
    };

    private static XdmScalar? Whole(XdmFieldType type, JsonElement value, bool converts)
    {
        if (Numeric(value, converts) is not { Number: { } number } scalar || number != decimal.Truncate(number))
            return null;
        decimal bits = type.Value switch { "byte" => 1L << 7, "short" => 1L << 15, "int" => 1L << 31, _ => 9_223_372_036_854_775_808m };
        return number >= -bits && number < bits ? scalar : null;
    }

    private static XdmScalar? Numeric(JsonElement value, bool converts)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String when converts => value.GetString(),
            _ => null,
        };
        if (text is null || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            || !double.IsFinite(number))
            return null;
        // Numbers beyond 28 digits have no bounds that matter but those of their type.
        return new XdmScalar(
            text, decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? exact : null);
    }

    // Milliseconds since 1970 stand for a time.
    private static XdmScalar? Time(JsonElement value, bool converts) => value.ValueKind switch
    {
        JsonValueKind.String => new XdmScalar(value.GetString()!, null),
        JsonValueKind.Number when converts && value.TryGetDecimal(out decimal milliseconds)
            && milliseconds == decimal.Truncate(milliseconds) =>
            new XdmScalar("", milliseconds),
        _ => null,
    };

    private static XdmScalar? TextOf(JsonElement value, bool converts) => value.ValueKind switch
    {
        JsonValueKind.String => new XdmScalar(value.GetString()!, null),
        JsonValueKind.Number when converts => new XdmScalar(value.GetRawText(), null),
        _ => null,
    };
}
