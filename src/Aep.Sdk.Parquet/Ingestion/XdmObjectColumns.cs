using System.Text.Json;
using Aep.Sdk.Schemas;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>An object: a column for each of its fields.</summary>
internal sealed class XdmObjectColumns(XdmField field, int definition, IReadOnlyList<XdmColumn> members) : XdmColumn(field, definition)
{
    private readonly Dictionary<string, int> _places =
        members.Select((member, place) => (member.Field.Name, place)).ToDictionary(pair => pair.Name, pair => pair.place);

    public override void Write(ref Utf8JsonReader reader, int repetition)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Wrong(reader.TokenType);
        bool[] seen = new bool[members.Count];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
                continue;
            if (!_places.TryGetValue(name, out int place))
                throw new AepException(
                    $"The schema has no field {(Field.Path.Length == 0 ? name : $"{Field.Path}.{name}")} that Parquet could hold.");
            if (seen[place])
                throw new AepException($"{members[place].Field.Path} stands twice.");
            seen[place] = true;
            members[place].Write(ref reader, repetition);
        }
        for (int place = 0; place < seen.Length; place++)
        {
            if (!seen[place])
                members[place].WriteNothing(repetition, Definition);
        }
    }

    public override void WriteNothing(int repetition, int definition)
    {
        foreach (XdmColumn member in members)
            member.WriteNothing(repetition, definition);
    }

    public override Field? Describe(string name)
    {
        Field[] fields = Describe();
        return fields.Length == 0 ? null : new StructField(name, fields);
    }

    public Field[] Describe() => [.. members.Select(member => member.Describe(member.Field.Name)).OfType<Field>()];

    public override IEnumerable<XdmLeaf> Leaves() => members.SelectMany(member => member.Leaves());
}
