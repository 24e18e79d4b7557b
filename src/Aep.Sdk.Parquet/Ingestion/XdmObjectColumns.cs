using System.Text.Json;
using Aep.Sdk.Schemas;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>An object: a column for each of its fields.</summary>
internal sealed class XdmObjectColumns(XdmField field, int definition, IReadOnlyList<XdmColumn> members) : XdmColumn(field, definition)
{
    private readonly XdmMemberNames _names = new(members.Select(member => member.Field.Name));
    private readonly long[] _lastSeen = new long[members.Count];
    private long _objects;
    private Absence _absence;

    public override void Write(ref Utf8JsonReader reader, int repetition)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Wrong(reader.TokenType);
        PassAbsenceOn();
        _objects++;
        for (int place = XdmMemberNames.None; reader.Read() && reader.TokenType == JsonTokenType.PropertyName;)
        {
            place = _names.Find(ref reader, place);
            string? unknown = place == XdmMemberNames.None ? reader.GetString() : null;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
                continue;
            if (unknown is not null)
                throw new AepException(
                    $"The schema has no field {(Field.Path.Length == 0 ? unknown : $"{Field.Path}.{unknown}")} that Parquet could hold.");
            if (_lastSeen[place] == _objects)
                throw new AepException($"{members[place].Field.Path} stands twice.");
            _lastSeen[place] = _objects;
            members[place].Write(ref reader, repetition);
        }
        for (int place = 0; place < _lastSeen.Length; place++)
        {
            if (_lastSeen[place] != _objects)
                members[place].WriteNothing(repetition, Definition, times: 1);
        }
    }

    // A schema has many objects that few rows have: only their number is kept until one comes.
    public override void WriteNothing(int repetition, int definition, int times)
    {
        if (_absence.Repetition != repetition || _absence.Definition != definition)
            PassAbsenceOn();
        _absence = new Absence(repetition, definition, _absence.Times + times);
    }

    public override Field? Describe(string name)
    {
        Field[] fields = Describe();
        return fields.Length == 0 ? null : new StructField(name, fields);
    }

    public Field[] Describe()
    {
        PassAbsenceOn();
        return [.. members.Select(member => member.Describe(member.Field.Name)).OfType<Field>()];
    }

    public override IEnumerable<XdmLeaf> Leaves() => members.SelectMany(member => member.Leaves());

    public override void Clear()
    {
        _absence = default;
        foreach (XdmColumn member in members)
            member.Clear();
    }

    private void PassAbsenceOn()
    {
        if (_absence.Times == 0)
            return;
        foreach (XdmColumn member in members)
            member.WriteNothing(_absence.Repetition, _absence.Definition, _absence.Times);
        _absence = default;
    }

    private readonly record struct Absence(int Repetition, int Definition, int Times);
}
