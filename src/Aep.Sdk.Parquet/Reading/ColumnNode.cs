using System.Text.Json;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>
/// A column, or what several columns make up. Parquet stores nested rows as flat columns with levels: the definition level of an entry says
/// how far down its path something is there, the repetition level which list it goes on with.
/// </summary>
internal abstract class ColumnNode(string name)
{
    public string Name => name;

    /// <summary>The columns below. All of them have their entries in step where they share a path.</summary>
    public abstract IEnumerable<LeafNode> Leaves { get; }

    /// <summary>The first of the columns below: its levels speak for what they share.</summary>
    public LeafNode First => field ??= Leaves.First();

    /// <summary>True when the current entry is nothing at this place.</summary>
    public abstract bool IsNull { get; }

    /// <summary>Writes the current entry and goes on to the next.</summary>
    public abstract void Write(Utf8JsonWriter json);

    /// <summary>Goes on to the next entry.</summary>
    public void Skip()
    {
        foreach (LeafNode leaf in Leaves)
            leaf.Advance();
    }
}
