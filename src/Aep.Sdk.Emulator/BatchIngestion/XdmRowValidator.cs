using System.Globalization;
using System.Text.Json;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Checks a row against its schema: required fields, types, formats. A null counts as absent; what the schema does not know is left out.</summary>
internal sealed class XdmRowValidator(XdmSchema schema, IReadOnlyList<IdentityDescriptor> identities)
{
    private readonly string? _primaryIdentity = identities.FirstOrDefault(identity => identity.IsPrimary)?.Path;

    /// <returns>What is wrong, or null.</returns>
    public string? FindFault(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
            return "a row must be a JSON object";
        // A field that is the primary identity is required wherever it stands.
        if (_primaryIdentity is not null && At(row, _primaryIdentity) is not { ValueKind: JsonValueKind.String } identity)
            return $"the primary identity {_primaryIdentity} is missing";
        return FindFault(row, schema.Fields, "");
    }

    private static string? FindFault(JsonElement element, IReadOnlyList<XdmField> fields, string path)
    {
        foreach (XdmField field in fields)
        {
            string place = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            bool present = element.TryGetProperty(field.Name, out JsonElement value) && value.ValueKind != JsonValueKind.Null;
            if (!present && field.Required)
                return $"the required field {place} is missing";
            if (present && FaultOf(value, field, place) is { } fault)
                return fault;
        }
        return null;
    }

    private static string? FaultOf(JsonElement value, XdmField field, string place)
    {
        switch (field.Kind)
        {
            case XdmKind.Object when value.ValueKind == JsonValueKind.Object:
                return FindFault(value, field.Fields, place);
            case XdmKind.Array when value.ValueKind == JsonValueKind.Array:
                return value.EnumerateArray().Select(item => FaultOf(item, field.Items!, place + "[]")).FirstOrDefault(fault => fault is not null);
            case XdmKind.Map when value.ValueKind == JsonValueKind.Object:
                return value.EnumerateObject().Select(entry => FaultOf(entry.Value, field.Items!, $"{place}[{entry.Name}]")).FirstOrDefault(fault => fault is not null);
            default:
                return Fits(value, field.Kind) ? null : $"{place} is not a valid {field.Kind}: {Shorten(value.GetRawText())}";
        }
    }

    private static bool Fits(JsonElement value, XdmKind kind) => kind switch
    {
        XdmKind.String => value.ValueKind == JsonValueKind.String,
        XdmKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        XdmKind.Number => value.ValueKind == JsonValueKind.Number,
        XdmKind.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        XdmKind.Long => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        XdmKind.Short => value.ValueKind == JsonValueKind.Number && value.TryGetInt16(out _),
        XdmKind.Byte => value.ValueKind == JsonValueKind.Number && value.TryGetSByte(out _),
        XdmKind.Date => value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        XdmKind.DateTime => value.ValueKind == JsonValueKind.String && IsDateTime(value.GetString()!),
        _ => false,
    };

    // RFC 3339; a time without a zone is taken as UTC, as the notebooks send it.
    private static bool IsDateTime(string text) =>
        text.Length >= 19 && text[10] is 'T' or ' ' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static JsonElement? At(JsonElement row, string dottedPath)
    {
        JsonElement current = row;
        foreach (string name in dottedPath.Split('.'))
        {
            if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(name, out current))
                return null;
        }
        return current;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
