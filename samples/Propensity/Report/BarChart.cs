using System.Globalization;
using System.Net;
using System.Text;

namespace Propensity.Report;

/// <summary>Horizontal bars as SVG; negative values go to the left of the axis.</summary>
public sealed class BarChart(IReadOnlyList<Bar> bars)
{
    private const double Names = 270, Plot = 400, Texts = 190, Row = 26;

    public string ToSvg()
    {
        double low = Math.Min(0, bars.Min(bar => bar.Value)), high = Math.Max(0, bars.Max(bar => bar.Value));
        double scale = high > low ? Plot / (high - low) : 0, axis = Names - low * scale, height = bars.Count * Row;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Names + Plot + Texts} {height}\" role=\"img\">");
        for (int i = 0; i < bars.Count; i++)
        {
            Bar bar = bars[i];
            double y = i * Row, width = Math.Abs(bar.Value) * scale, x = bar.Value < 0 ? axis - width : axis;
            string side = bar.Value < 0 ? "bar negative" : "bar";
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Names - 8}\" y=\"{y + 17}\" class=\"name\">{WebUtility.HtmlEncode(bar.Name)}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y + 4}\" width=\"{width:0.##}\" height=\"{Row - 8}\" class=\"{side}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Math.Max(axis, x + width) + 6:0.##}\" y=\"{y + 17}\">{WebUtility.HtmlEncode(bar.Text)}</text>");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{axis:0.##}\" x2=\"{axis:0.##}\" y1=\"0\" y2=\"{height}\" class=\"axis\"/></svg>");
        return svg.ToString();
    }
}
