using System.Text.Json;
using Aep.Sdk.Schemas;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>A list: the columns of its elements, which repeat.</summary>
internal sealed class XdmListColumns(XdmField field, int definition, int repetitionOfItems, XdmColumn items) : XdmColumn(field, definition)
{
    public override void Write(ref Utf8JsonReader reader, int repetition)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Wrong(reader.TokenType);
        bool isEmpty = true;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; isEmpty = false)
        {
            int level = isEmpty ? repetition : repetitionOfItems;
            if (reader.TokenType == JsonTokenType.Null)
                items.WriteNothing(level, Definition + 1, times: 1);
            else
                items.Write(ref reader, level);
        }
        if (isEmpty)
            items.WriteNothing(repetition, Definition, times: 1);
    }

    public override void WriteNothing(int repetition, int definition, int times) => items.WriteNothing(repetition, definition, times);

    public override Field? Describe(string name) => items.Describe(ListField.ElementName) is { } item ? new ListField(name, item) : null;

    public override IEnumerable<XdmLeaf> Leaves() => items.Leaves();

    public override void Clear() => items.Clear();
}
