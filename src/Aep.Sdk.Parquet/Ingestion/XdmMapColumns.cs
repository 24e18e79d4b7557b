using System.Text.Json;
using Aep.Sdk.Schemas;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>A map: a column of its keys and those of its values, which repeat.</summary>
internal sealed class XdmMapColumns(XdmField field, int definition, int repetitionOfEntries, XdmLeaf keys, XdmColumn values)
    : XdmColumn(field, definition)
{
    public override void Write(ref Utf8JsonReader reader, int repetition)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Wrong(reader.TokenType);
        bool isEmpty = true;
        for (; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; isEmpty = false)
        {
            int level = isEmpty ? repetition : repetitionOfEntries;
            keys.Write(ref reader, level);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
                values.WriteNothing(level, keys.Definition);
            else
                values.Write(ref reader, level);
        }
        if (isEmpty)
            WriteNothing(repetition, Definition);
    }

    public override void WriteNothing(int repetition, int definition)
    {
        keys.WriteNothing(repetition, definition);
        values.WriteNothing(repetition, definition);
    }

    public override Field? Describe(string name) =>
        keys.HasValues && values.Describe("value") is { } value ? new MapField(name, keys.Describe("key")!, value) : null;

    public override IEnumerable<XdmLeaf> Leaves() => values.Leaves().Any() ? [keys, .. values.Leaves()] : [];
}
