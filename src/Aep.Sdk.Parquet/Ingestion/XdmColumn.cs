using System.Text.Json;
using Aep.Sdk.Schemas;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>
/// A field of a schema as part of a Parquet file: one column, or what holds columns. Values go into columns with two levels each (the
/// Dremel encoding): how much of the path is there, and which list on it goes on.
/// </summary>
/// <param name="field">The field.</param>
/// <param name="definition">The level at which a value of it is there.</param>
internal abstract class XdmColumn(XdmField field, int definition)
{
    public XdmField Field { get; } = field;

    /// <summary>The level at which a value of it is there.</summary>
    public int Definition => definition;

    /// <summary>Takes the value that the reader stands on, which is not null.</summary>
    /// <param name="reader">Stands on the value's first token, and afterwards on its last.</param>
    /// <param name="repetition">The level of the list that goes on with it; 0 for the first value of a row.</param>
    public abstract void Write(ref Utf8JsonReader reader, int repetition);

    /// <summary>Takes note that there is no value.</summary>
    /// <param name="repetition">As for a value.</param>
    /// <param name="definition">How much of the path is there.</param>
    /// <param name="times">How often, one after the other.</param>
    public abstract void WriteNothing(int repetition, int definition, int times);

    /// <summary>As Parquet names it, without columns that have no value; null when none has.</summary>
    /// <param name="name">Its name, which is not the field's in a list or a map.</param>
    public abstract Field? Describe(string name);

    /// <summary>Its columns that have values, in the order of <see cref="Describe"/>.</summary>
    public abstract IEnumerable<XdmLeaf> Leaves();

    /// <summary>Is as new, with the room that it has taken.</summary>
    public abstract void Clear();

    protected AepException Wrong(JsonTokenType token) => new($"{Field.Path} is {Field.Type} in the schema; the row has {token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number it cannot hold",
        _ => "true or false",
    }}.");
}
