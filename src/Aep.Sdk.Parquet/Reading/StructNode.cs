using System.Text.Json;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>An object. Members that are null are left out, unless they are required.</summary>
internal class StructNode(string name, int definitionLevel, IReadOnlyList<ColumnNode> members, ColumnChoice choice) : ColumnNode(name)
{
    private readonly LeafNode[] _leaves = [.. members.SelectMany(member => member.Leaves)];
    private readonly HashSet<string> _required = new(choice.Required, choice.Names);
    private readonly string[] _absent = [.. choice.Required.Except(members.Select(member => member.Name), choice.Names)];

    public override IEnumerable<LeafNode> Leaves => _leaves;

    public override bool IsNull => First.DefinitionLevel < definitionLevel;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (ColumnNode member in members)
        {
            if (member.IsNull)
            {
                if (_required.Contains(member.Name))
                    json.WriteNull(member.Name);
                member.Skip();
                continue;
            }
            json.WritePropertyName(member.Name);
            member.Write(json);
        }
        foreach (string absent in _absent)
            json.WriteNull(absent);
        json.WriteEndObject();
    }
}
