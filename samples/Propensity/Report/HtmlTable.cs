using System.Net;

namespace Propensity.Report;

/// <summary>A table of texts.</summary>
internal static class HtmlTable
{
    /// <param name="head">The column's names; all empty for none.</param>
    /// <param name="rows">The cells, row by row.</param>
    public static string Of(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        string header = head.All(cell => cell.Length == 0) ? "" : Row("th", head);
        return $"<table>{header}{string.Concat(rows.Select(row => Row("td", row)))}</table>";
    }

    private static string Row(string tag, IEnumerable<string> cells) =>
        $"<tr>{string.Concat(cells.Select(cell => $"<{tag}>{WebUtility.HtmlEncode(cell)}</{tag}>"))}</tr>";
}
