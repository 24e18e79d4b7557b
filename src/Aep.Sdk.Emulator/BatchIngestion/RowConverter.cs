using System.Text.Json;
using System.Text.Unicode;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// Checks a row against its schema and writes it in the form that the lake takes: only known fields, times in UTC, no nulls. It goes
/// through the bytes once. As in AEP a batch is checked for unknown and missing fields, types, enumerations and ranges, not for patterns
/// and formats, and a value of another type is converted where that is documented.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="identities">Its identities.</param>
/// <param name="isText">Whether every value is a text, as in CSV: only there a text can be a boolean.</param>
internal sealed class RowConverter(XdmSchema schema, IReadOnlyList<IdentityDescriptor> identities, bool isText = false)
{
    private readonly string? _primaryIdentity = identities.FirstOrDefault(identity => identity.IsPrimary)?.Path;
    private readonly RowField _row = RowField.ForRow(schema, identities.FirstOrDefault(identity => identity.IsPrimary)?.Path.Split('.'));

    /// <returns>What is wrong, or null; what was written of a wrong row is to be thrown away.</returns>
    /// <exception cref="JsonException">The row is no JSON.</exception>
    public RowFault? Convert(ReadOnlySpan<byte> row, Utf8JsonWriter writer)
    {
        if (!Utf8.IsValid(row))
            throw new JsonException("The row is not UTF-8.");
        var cursor = new RowCursor(row, writer);
        cursor.Reader.Read();
        if (cursor.Token != JsonTokenType.StartObject)
            return new RowFault(RowErrorCode.Corrupt, "a row must be a JSON object");
        if (WriteObject(ref cursor, _row) is { } fault)
            return fault.ForRow();
        cursor.Reader.Read(); // throws when something follows
        // The field of the primary identity is required, wherever it stands.
        return _primaryIdentity is null || cursor.HasPrimaryIdentity
            ? null
            : new RowFault(RowErrorCode.Required, $"the primary identity {_primaryIdentity} is missing");
    }

    private FieldFault? WriteObject(ref RowCursor cursor, RowField definition)
    {
        Span<Seen> seen = definition.FieldCount <= 64 ? stackalloc Seen[64] : new Seen[definition.FieldCount];
        seen.Clear();
        cursor.Writer.WriteStartObject();
        while (cursor.Reader.Read() && cursor.Token == JsonTokenType.PropertyName)
        {
            if (cursor.Find(definition) is not { } field)
                return new FieldFault(RowErrorCode.Unknown, "the schema has no field ", cursor.Text(), "");
            if (seen[field.Index] != Seen.No)
                return Twice(field.Text);
            seen[field.Index] = Seen.AsNull;
            cursor.Reader.Read();
            if (cursor.Token == JsonTokenType.Null)
                continue;
            seen[field.Index] = Seen.WithValue;
            cursor.Writer.WritePropertyName(field.Name);
            if (WriteValue(ref cursor, field) is { } fault)
                return fault.Below(field.Text);
        }
        cursor.Writer.WriteEndObject();
        return Missing(definition, seen);
    }

    // Readers take the first or the last of them: one of the values would be lost without a word.
    private static FieldFault Twice(string name) => new(RowErrorCode.Corrupt, "the row has the field ", name, " twice");

    private static FieldFault? Missing(RowField definition, ReadOnlySpan<Seen> seen)
    {
        foreach (RowField field in definition.RequiredFields)
        {
            if (seen[field.Index] != Seen.WithValue)
                return new FieldFault(RowErrorCode.Required, "the required field ", field.Text, " is missing");
        }
        return null;
    }

    private FieldFault? WriteValue(ref RowCursor cursor, RowField field)
    {
        switch (field.Kind)
        {
            case XdmKind.Object when cursor.Token == JsonTokenType.StartObject && field.IsFreeForm:
                cursor.Writer.WriteStringValue(cursor.TakeRaw()); // kept as text
                return null;
            case XdmKind.Object when cursor.Token == JsonTokenType.StartObject:
                return WriteObject(ref cursor, field);
            case XdmKind.Array when cursor.Token == JsonTokenType.StartArray:
                return WriteArray(ref cursor, field.Items!);
            case XdmKind.Map when cursor.Token == JsonTokenType.StartObject:
                return WriteMap(ref cursor, field.Items!);
            default:
                return ScalarValue.Write(ref cursor, field, isText);
        }
    }

    private FieldFault? WriteArray(ref RowCursor cursor, RowField items)
    {
        cursor.Writer.WriteStartArray();
        for (int index = 0; cursor.Reader.Read() && cursor.Token != JsonTokenType.EndArray; index++)
        {
            if (WriteItem(ref cursor, items) is { } fault)
                return fault.Below($"[{index}]");
        }
        cursor.Writer.WriteEndArray();
        return null;
    }

    private FieldFault? WriteMap(ref RowCursor cursor, RowField values)
    {
        cursor.Writer.WriteStartObject();
        string? first = null;
        HashSet<string>? names = null;
        while (cursor.Reader.Read() && cursor.Token == JsonTokenType.PropertyName)
        {
            string name = cursor.Text();
            if (first is null)
                first = name;
            else if (!(names ??= new HashSet<string>(StringComparer.Ordinal) { first }).Add(name))
                return Twice($"[{name}]");
            cursor.Writer.WritePropertyName(name);
            cursor.Reader.Read();
            if (WriteItem(ref cursor, values) is { } fault)
                return fault.Below($"[{name}]");
        }
        cursor.Writer.WriteEndObject();
        return null;
    }

    private FieldFault? WriteItem(ref RowCursor cursor, RowField items)
    {
        if (cursor.Token != JsonTokenType.Null)
            return WriteValue(ref cursor, items);
        cursor.Writer.WriteNullValue();
        return null;
    }

    private enum Seen : byte
    {
        No,
        AsNull,
        WithValue,
    }
}
