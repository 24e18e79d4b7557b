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
                values.WriteNothing(level, keys.Definition, times: 1);
            else
                values.Write(ref reader, level);
        }
        if (isEmpty)
            WriteNothing(repetition, Definition, times: 1);
    }

    public override void WriteNothing(int repetition, int definition, int times)
    {
        keys.WriteNothing(repetition, definition, times);
        values.WriteNothing(repetition, definition, times);
    }

    public override Field? Describe(string name) =>
        keys.HasValues && values.Describe("value") is { } value ? new MapField(name, keys.Describe("key")!, value) : null;

    public override IEnumerable<XdmLeaf> Leaves() => values.Leaves().Any() ? [keys, .. values.Leaves()] : [];

    public override void Clear()
    {
        keys.Clear();
        values.Clear();
    }
}
