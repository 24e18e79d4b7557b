using System.Text.Json;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>An object. Members that are null are left out.</summary>
internal class StructNode(string name, int definitionLevel, IReadOnlyList<ColumnNode> members) : ColumnNode(name)
{
    private readonly LeafNode[] _leaves = [.. members.SelectMany(member => member.Leaves)];

    public override IEnumerable<LeafNode> Leaves => _leaves;

    public override bool IsNull => First.DefinitionLevel < definitionLevel;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (ColumnNode member in members)
        {
            if (member.IsNull)
            {
                member.Skip();
                continue;
            }
            json.WritePropertyName(member.Name);
            member.Write(json);
        }
        json.WriteEndObject();
    }
}
