using System.Text.Json;
using Parquet.Schema;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>A field with keys and values: an object in JSON.</summary>
internal sealed class ParquetMap(MapField field, ParquetLeaf key, ParquetNode value) : ParquetNode(field.Name)
{
    public override int Definition => key.Definition;

    public override int Repetition => key.Repetition;

    public override void Write(Utf8JsonWriter json)
    {
        if (Definition < field.MaxDefinitionLevel - 1)
        {
            WriteNull(json);
            return;
        }

        json.WriteStartObject();
        if (Definition < field.MaxDefinitionLevel) Skip();
        else WriteEntries(json);
        json.WriteEndObject();
    }

    public override void Skip()
    {
        key.Skip();
        value.Skip();
    }

    private void WriteEntries(Utf8JsonWriter json)
    {
        do
        {
            json.WritePropertyName(key.ReadName());
            value.Write(json);
        }
        while (Repetition == field.MaxRepetitionLevel);
    }
}
