using System.Text.Json;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// Checks a row against its schema and writes it in the form that the lake takes: only known fields, times in UTC, no nulls.
/// As in AEP a batch is checked for unknown and missing fields, types, enumerations and ranges, not for patterns and formats,
/// and a value of another type is converted where that is documented.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="identities">Its identities.</param>
/// <param name="isText">Whether every value is a text, as in CSV: only there a text can be a boolean.</param>
internal sealed class RowConverter(XdmSchema schema, IReadOnlyList<IdentityDescriptor> identities, bool isText = false)
{
    private readonly RowField _row = RowField.ForRow(schema);
    private readonly string[]? _primaryIdentity = identities.FirstOrDefault(identity => identity.IsPrimary)?.Path.Split('.');

    /// <returns>What is wrong, or null; what was written of a wrong row is to be thrown away.</returns>
    public RowFault? Convert(JsonElement row, Utf8JsonWriter writer)
    {
        if (row.ValueKind != JsonValueKind.Object)
            return new RowFault(RowErrorCode.Corrupt, "a row must be a JSON object");
        // The field of the primary identity is required, wherever it stands.
        if (_primaryIdentity is not null && !IsFilled(row, _primaryIdentity))
            return new RowFault(RowErrorCode.Required, $"the primary identity {string.Join('.', _primaryIdentity)} is missing");
        return WriteObject(row, _row, "", writer);
    }

    private RowFault? WriteObject(JsonElement element, RowField definition, string path, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!definition.Fields.TryGetValue(member.Name, out RowField? field))
                return new RowFault(RowErrorCode.Unknown, $"the schema has no field {Join(path, member.Name)}");
            if (member.Value.ValueKind == JsonValueKind.Null)
                continue;
            writer.WritePropertyName(field.Name);
            if (WriteValue(member.Value, field, Join(path, member.Name), writer) is { } fault)
                return fault;
        }
        foreach (RowField field in definition.RequiredFields)
        {
            if (!element.TryGetProperty(field.Name.EncodedUtf8Bytes, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
                return new RowFault(RowErrorCode.Required, $"the required field {Join(path, field.Name.Value)} is missing");
        }
        writer.WriteEndObject();
        return null;
    }

    private RowFault? WriteValue(JsonElement value, RowField field, string path, Utf8JsonWriter writer)
    {
        switch (field.Kind)
        {
            case XdmKind.Object when value.ValueKind == JsonValueKind.Object && field.Fields.Count == 0:
                writer.WriteStringValue(value.GetRawText()); // free-form: kept as text
                return null;
            case XdmKind.Object when value.ValueKind == JsonValueKind.Object:
                return WriteObject(value, field, path, writer);
            case XdmKind.Array when value.ValueKind == JsonValueKind.Array:
                return WriteArray(value, field.Items!, path, writer);
            case XdmKind.Map when value.ValueKind == JsonValueKind.Object:
                return WriteMap(value, field.Items!, path, writer);
            default:
                return ScalarValue.Write(value, field, path, isText, writer);
        }
    }

    private RowFault? WriteArray(JsonElement array, RowField items, string path, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        int index = 0;
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Null)
                writer.WriteNullValue();
            else if (WriteValue(item, items, $"{path}[{index}]", writer) is { } fault)
                return fault;
            index++;
        }
        writer.WriteEndArray();
        return null;
    }

    private RowFault? WriteMap(JsonElement map, RowField values, string path, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (JsonProperty entry in map.EnumerateObject())
        {
            writer.WritePropertyName(entry.Name);
            if (entry.Value.ValueKind == JsonValueKind.Null)
                writer.WriteNullValue();
            else if (WriteValue(entry.Value, values, $"{path}[{entry.Name}]", writer) is { } fault)
                return fault;
        }
        writer.WriteEndObject();
        return null;
    }

    private static bool IsFilled(JsonElement row, string[] path)
    {
        JsonElement current = row;
        foreach (string name in path)
        {
            if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(name, out current))
                return false;
        }
        return current.ValueKind != JsonValueKind.Null && !(current.ValueKind == JsonValueKind.String && current.ValueEquals(""));
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
