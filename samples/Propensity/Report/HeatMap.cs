using System.Globalization;
using System.Net;
using System.Text;

namespace Propensity.Report;

/// <summary>A square of shares: the darker a cell, the nearer to one. Rows and columns have the same names, in the same order.</summary>
internal sealed record HeatMap(IReadOnlyList<string> Names, Func<string, string, double?> Share)
{
    // The last name, which leans to the right, reaches beyond its column.
    private const int Cell = 46, NameWidth = 250, NameHeight = 190, Overhang = 110;

    public string ToSvg()
    {
        int width = NameWidth + (Names.Count * Cell), height = NameHeight + (Names.Count * Cell);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {width + Overhang} {height + 4}\" role=\"img\">");
        for (int i = 0; i < Names.Count; i++)
        {
            int middle = NameHeight + (i * Cell) + (Cell / 2), column = NameWidth + (i * Cell) + (Cell / 2);
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{NameWidth - 8}\" y=\"{middle + 4}\">{Html(Names[i])}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text transform=\"translate({column + 4} {NameHeight - 8}) rotate(-60)\">{Html(Names[i])}</text>");
        }
        for (int row = 0; row < Names.Count; row++)
        {
            for (int column = 0; column < Names.Count; column++)
                AppendCell(svg, row, column);
        }
        return svg.Append("</svg>").ToString();
    }

    private void AppendCell(StringBuilder svg, int row, int column)
    {
        double? share = Share(Names[row], Names[column]);
        int x = NameWidth + (column * Cell), y = NameHeight + (row * Cell);
        string percent = share is { } value ? (value * 100).ToString("0", CultureInfo.InvariantCulture) : "";
        string title = $"{Names[row]} and {Names[column]}: {percent} %";
        svg.Append(CultureInfo.InvariantCulture, $"<g><title>{Html(title)}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"cell\" x=\"{x}\" y=\"{y}\" width=\"{Cell - 2}\" height=\"{Cell - 2}\" fill-opacity=\"{share ?? 0:0.000}\"/>");
        string onCell = share > 0.55 ? " on-dark" : "";
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick{onCell}\" x=\"{x + (Cell / 2) - 1}\" y=\"{y + (Cell / 2) + 4}\">{percent}</text></g>");
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
