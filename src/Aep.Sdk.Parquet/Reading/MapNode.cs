using System.Text.Json;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>An object whose members are entries of a map. Entries whose value is null are left out.</summary>
internal sealed class MapNode(string name, int definitionLevel, int repetitionLevel, LeafNode key, ColumnNode value) : ColumnNode(name)
{
    public override IEnumerable<LeafNode> Leaves => value.Leaves.Prepend(key);

    public override bool IsNull => key.DefinitionLevel < definitionLevel - 1;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (key.DefinitionLevel < definitionLevel)
        {
            Skip();
        }
        else
        {
            do WriteEntry(json);
            while (key.RepetitionLevel == repetitionLevel);
        }
        json.WriteEndObject();
    }

    private void WriteEntry(Utf8JsonWriter json)
    {
        string member = key.Text();
        key.Advance();
        if (value.IsNull)
        {
            value.Skip();
            return;
        }
        json.WritePropertyName(member);
        value.Write(json);
    }
}
