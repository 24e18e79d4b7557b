using System.Text.Json;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>A list.</summary>
internal sealed class ListNode(string name, int definitionLevel, int repetitionLevel, ColumnNode item) : ColumnNode(name)
{
    public override IEnumerable<LeafNode> Leaves => item.Leaves;

    // One level below that of an element, the list is there and empty; lower, it is not there.
    public override bool IsNull => First.DefinitionLevel < definitionLevel - 1;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        if (First.DefinitionLevel < definitionLevel)
        {
            Skip();
        }
        else
        {
            do WriteItem(json);
            while (First.RepetitionLevel == repetitionLevel);
        }
        json.WriteEndArray();
    }

    private void WriteItem(Utf8JsonWriter json)
    {
        if (item.IsNull)
        {
            json.WriteNullValue();
            item.Skip();
        }
        else
        {
            item.Write(json);
        }
    }
}
