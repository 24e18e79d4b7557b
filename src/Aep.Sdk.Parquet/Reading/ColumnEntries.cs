using System.Text.Json;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>The entries of a column in one row group, one after the other.</summary>
internal abstract class ColumnEntries : IDisposable
{
    public abstract bool IsAtEnd { get; }

    /// <summary>How much of the current entry's path is there.</summary>
    public abstract int DefinitionLevel { get; }

    /// <summary>Which list the current entry goes on with; 0 for a new row.</summary>
    public abstract int RepetitionLevel { get; }

    /// <summary>Writes the value of the current entry, which has one.</summary>
    public abstract void Write(Utf8JsonWriter json);

    /// <summary>The value of the current entry, which has one, as the name of a member.</summary>
    public abstract string Text();

    public abstract void Advance();

    public abstract void Dispose();
}
