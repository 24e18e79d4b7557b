using System.Text.Json;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>
/// A field of a Parquet file on its way back into records. The file holds each leaf as a column with two levels a value: how much of its path is
/// there (definition), and in which of the lists around it the value goes on (repetition).
/// </summary>
internal abstract class ParquetNode(string name)
{
    public string Name => name;

    /// <summary>How much of the path of the next value is there.</summary>
    public abstract int Definition { get; }

    /// <summary>Which list the next value goes on with; 0 for the next record.</summary>
    public abstract int Repetition { get; }

    /// <summary>Writes the field of the present record, and moves on to the next.</summary>
    public abstract void Write(Utf8JsonWriter json);

    /// <summary>Moves on past a value that is not there.</summary>
    public abstract void Skip();

    protected void WriteNull(Utf8JsonWriter json)
    {
        json.WriteNullValue();
        Skip();
    }
}
