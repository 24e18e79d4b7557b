using System.Globalization;
using System.Net;
using System.Text;

namespace Propensity.Report;

/// <summary>
/// Horizontal bars; negative values go to the left of the axis. Boxes of the page rather than a drawing, so that text keeps its size on a
/// narrow screen.
/// </summary>
public sealed class BarChart(IReadOnlyList<Bar> bars)
{
    public string ToHtml()
    {
        double low = Math.Min(0, bars.Min(bar => bar.Value)), high = Math.Max(0, bars.Max(bar => bar.Value));
        double range = high > low ? high - low : 1;
        var html = new StringBuilder("<div class=\"bars\">");
        foreach (Bar bar in bars)
        {
            double from = (Math.Min(0, bar.Value) - low) / range, width = Math.Abs(bar.Value) / range;
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"name\">{EventName.Of(bar.Name)}</span>");
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"value\">{WebUtility.HtmlEncode(bar.Text)}</span>");
            html.Append(
                CultureInfo.InvariantCulture, $"<span class=\"track\"><span class=\"axis\" style=\"left:{-low / range:0.##%}\"></span>");
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"bar{(bar.Value < 0 ? " negative" : "")}\" ");
            html.Append(CultureInfo.InvariantCulture, $"style=\"left:{from:0.##%};width:{width:0.##%}\"></span></span>");
        }
        return html.Append("</div>").ToString();
    }
}
