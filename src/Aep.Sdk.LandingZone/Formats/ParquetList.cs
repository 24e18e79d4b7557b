using System.Text.Json;
using Parquet.Schema;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>A field with items: a list, or a column whose values repeat.</summary>
internal sealed class ParquetList(Field field, ParquetNode item) : ParquetNode(field.Name)
{
    public override int Definition => item.Definition;

    public override int Repetition => item.Repetition;

    public override void Write(Utf8JsonWriter json)
    {
        // One less than an item's: the list is there, and empty.
        if (Definition < field.MaxDefinitionLevel - 1)
        {
            WriteNull(json);
            return;
        }

        json.WriteStartArray();
        if (Definition < field.MaxDefinitionLevel) Skip();
        else WriteItems(json);
        json.WriteEndArray();
    }

    public override void Skip() => item.Skip();

    private void WriteItems(Utf8JsonWriter json)
    {
        do item.Write(json);
        while (Repetition == field.MaxRepetitionLevel);
    }
}
