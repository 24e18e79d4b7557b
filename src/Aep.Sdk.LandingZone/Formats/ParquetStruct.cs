using System.Text.Json;
using Parquet.Schema;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>A field with members.</summary>
internal sealed class ParquetStruct(StructField field, IReadOnlyList<ParquetNode> members) : ParquetNode(field.Name)
{
    public override int Definition => members[0].Definition;

    public override int Repetition => members[0].Repetition;

    public override void Write(Utf8JsonWriter json)
    {
        if (Definition < field.MaxDefinitionLevel)
            WriteNull(json);
        else
            WriteMembers(json, members);
    }

    public override void Skip()
    {
        foreach (ParquetNode member in members) member.Skip();
    }

    public static void WriteMembers(Utf8JsonWriter json, IReadOnlyList<ParquetNode> members)
    {
        json.WriteStartObject();
        foreach (ParquetNode member in members)
        {
            json.WritePropertyName(member.Name);
            member.Write(json);
        }

        json.WriteEndObject();
    }
}
