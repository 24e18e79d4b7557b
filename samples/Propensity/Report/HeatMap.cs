using System.Globalization;
using System.Net;
using System.Text;

namespace Propensity.Report;

/// <summary>A square of shares: the darker a cell, the nearer to one. Rows and columns have the same names, in the same order.</summary>
internal sealed record HeatMap(IReadOnlyList<string> Names, Func<string, string, double?> Share)
{
    // From here on the cell is so dark that its number is light.
    private const double Dark = 0.55;

    public string ToHtml()
    {
        var html = new StringBuilder("<table class=\"heat\"><tr><th></th>");
        foreach (string name in Names)
            html.Append(CultureInfo.InvariantCulture, $"<th class=\"column\"><span>{EventName.Of(name)}</span></th>");
        html.Append("</tr>");
        foreach (string row in Names)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th class=\"name\">{EventName.Of(row)}</th>");
            foreach (string column in Names)
                html.Append(Cell(row, column));
            html.Append("</tr>");
        }
        return html.Append("</table>").Append(Legend()).ToString();
    }

    private string Cell(string row, string column)
    {
        double share = Share(row, column) ?? 0;
        string percent = Share(row, column) is { } known ? known.ToString("0.#%", CultureInfo.InvariantCulture) : "nobody";
        string title = WebUtility.HtmlEncode($"Of the users with {row}: {percent} have {column}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<td title=\"{title}\" class=\"{(share > Dark ? "dark" : "")}\" style=\"--share:{share:0.#%}\">{Math.Round(share * 100)}</td>");
    }

    private static string Legend() => "<p class=\"scale\">0 %<span></span>100 % of the row's users</p>";
}
