using System.Globalization;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Rows that are known when the statement is written, as a query of the engine: what SHOW, DESCRIBE and the catalog answer with.
/// </summary>
internal static class LiteralRows
{
    /// <param name="columns">Name and type (one word) of each column, as in <c>name VARCHAR, rows BIGINT</c>.</param>
    /// <param name="rows">Texts, numbers, booleans and nulls.</param>
    public static string Select(string columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        (string Name, string Type)[] pairs =
            [.. columns.Split(", ").Select(column => (column[..column.LastIndexOf(' ')], column[(column.LastIndexOf(' ') + 1)..]))];
        string values = string.Join(", ", rows.Select(row => $"({string.Join(", ", row.Select(Literal))})"));
        bool empty = values.Length == 0;
        IEnumerable<string> selected =
            pairs.Select((pair, index) => $"CAST({(empty ? "NULL" : $"c{index}")} AS {pair.Type}) AS {DuckDb.Identifier(pair.Name)}");
        string names = string.Join(", ", pairs.Select((_, index) => $"c{index}"));
        return $"SELECT {string.Join(", ", selected)} " + (empty ? "WHERE false" : $"FROM (VALUES {values}) AS rows({names})");
    }

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        string text => DuckDb.Literal(text),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no literal.", nameof(value)),
    };
}
