namespace Aep.Sdk.Queries;

/// <summary>One row of an interactive query.</summary>
public sealed class QueryRow
{
    private readonly object?[] _values;

    internal QueryRow(IReadOnlyList<string> columns, object?[] values)
    {
        Columns = columns;
        _values = values;
    }

    /// <summary>Names of the columns, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>A value by the column's position, from 0; null for NULL.</summary>
    public object? this[int index] => _values[index];

    /// <summary>A value by the column's name, in any case; null for NULL.</summary>
    /// <exception cref="KeyNotFoundException">The row has no such column.</exception>
    public object? this[string column] => _values[IndexOf(column)];

    /// <summary>A value as a type: numbers widen, timestamps come as UTC, JSON text as JsonNode.</summary>
    /// <typeparam name="T">The type; nullable when the column can be NULL.</typeparam>
    /// <param name="column">The column's name, in any case.</param>
    /// <exception cref="KeyNotFoundException">The row has no such column.</exception>
    /// <exception cref="InvalidCastException">The value does not fit the type.</exception>
    public T Get<T>(string column) => Get<T>(IndexOf(column));

    /// <summary>A value as a type, by the column's position.</summary>
    /// <typeparam name="T">The type; nullable when the column can be NULL.</typeparam>
    /// <param name="index">The column's position, from 0.</param>
    /// <exception cref="InvalidCastException">The value does not fit the type.</exception>
    public T Get<T>(int index) => (T)QueryValue.Convert(_values[index], typeof(T), Columns[index])!;

    internal bool TryIndexOf(string column, out int index)
    {
        for (index = 0; index < Columns.Count; index++)
        {
            if (string.Equals(Columns[index], column, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private int IndexOf(string column) => TryIndexOf(column, out int index)
        ? index
        : throw new KeyNotFoundException($"The result has no column \"{column}\". It has: {string.Join(", ", Columns)}.");
}
