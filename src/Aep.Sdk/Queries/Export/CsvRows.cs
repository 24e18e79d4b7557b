using System.Buffers;
using System.Globalization;
using System.Text;

namespace Aep.Sdk.Queries;

/// <summary>Rows as comma-separated values. Writing them is a few lines; a library that maps objects by reflection would not be trim
/// clean.</summary>
internal static class CsvRows
{
    private const int Portion = 1 << 16;

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static async Task<long> WriteAsync(QueryResult result, Stream destination, CancellationToken cancellationToken)
    {
        var writer = new StreamWriter(destination, new UTF8Encoding(false), Portion, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            var lines = new StringBuilder(string.Join(',', result.Columns.Select(column => Quoted(column.Name))));
            lines.Append("\r\n");
            long rows = 0;
            await foreach (QueryRow row in result.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                Append(lines, row);
                rows++;
                if (lines.Length < Portion) continue;
                await writer.WriteAsync(lines, cancellationToken).ConfigureAwait(false);
                lines.Clear();
            }

            await writer.WriteAsync(lines, cancellationToken).ConfigureAwait(false);
            return rows;
        }
    }

    private static void Append(StringBuilder lines, QueryRow row)
    {
        for (int i = 0; i < row.Columns.Count; i++) lines.Append(i > 0 ? "," : "").Append(Cell(row[i]));
        lines.Append("\r\n");
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => text.Length == 0 ? "\"\"" : Quoted(text),
        bool flag => flag ? "true" : "false",
        DateTime time => QueryValue.Utc(time).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        Array items => Quoted($"[{string.Join(',', items.Cast<object?>().Select(Cell))}]"),
        IFormattable number => Quoted(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => Quoted(value.ToString() ?? ""),
    };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
