using System.Globalization;
using System.Net;
using System.Text;

namespace Propensity.Report;

/// <summary>Lines over the interval from 0 to 1, as SVG.</summary>
public sealed class LineChart(string xAxis, string yAxis)
{
    private const int Marks = 5;
    private const double Left = 80, Top = 12, Width = 560, Height = 340, LegendRow = 26;

    public required IReadOnlyList<Line> Lines { get; init; }

    /// <summary>The vertical axis goes up to the next round number above.</summary>
    public double MaxY { get; init => field = RoundUp(value); } = 1;

    /// <summary>Whether to draw the line from corner to corner.</summary>
    public bool HasDiagonal { get; init; }

    /// <summary>An interval of the horizontal axis to mark.</summary>
    public (double From, double To)? Band { get; init; }

    public string ToSvg()
    {
        var svg = new StringBuilder();
        double height = Top + Height + 62 + Lines.Count * LegendRow;
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"lines\" viewBox=\"0 0 {Left + Width + 20} {height}\" role=\"img\">");
        if (Band is { } band)
        {
            double width = X(band.To) - X(band.From);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{X(band.From):0.#}\" y=\"{Top}\" width=\"{width:0.#}\" height=\"{Height}\" class=\"band\"/>");
        }
        Grid(svg);
        if (HasDiagonal)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{X(0)}\" y1=\"{Y(0)}\" x2=\"{X(1)}\" y2=\"{Y(MaxY)}\" class=\"diagonal\"/>");
        for (int i = 0; i < Lines.Count; i++)
            Draw(svg, Lines[i], i);
        svg.Append("</svg>");
        return svg.ToString();
    }

    // So that each of the five marks is a round number, too.
    private static double RoundUp(double value)
    {
        double step = value / Marks, magnitude = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return Marks * magnitude * Math.Ceiling(step / magnitude - 1e-9);
    }

    private string Label(double value) =>
        value.ToString(MaxY <= 1 ? "0.0" : MaxY < 10_000 ? "#,0" : "#,0,k", CultureInfo.InvariantCulture);

    private static double X(double value) => Left + value * Width;

    private double Y(double value) => Top + Height - value / MaxY * Height;

    private void Grid(StringBuilder svg)
    {
        for (int tick = 0; tick <= Marks; tick++)
        {
            double share = (double)tick / Marks, value = share * MaxY;
            string label = Label(value);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Left}\" x2=\"{Left + Width}\" y1=\"{Y(value):0.#}\" y2=\"{Y(value):0.#}\" class=\"grid\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{Y(value) + 4:0.#}\" class=\"name\">{label}</text>");
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{X(share):0.#}\" y=\"{Top + Height + 20}\" class=\"tick\">{share:0.0}</text>");
        }
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Left + Width / 2}\" y=\"{Top + Height + 44}\" class=\"tick\">{WebUtility.HtmlEncode(xAxis)}</text>");
        double middle = Top + Height / 2;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"{middle}\" class=\"tick\" transform=\"rotate(-90 16 {middle})\">");
        svg.Append(CultureInfo.InvariantCulture, $"{WebUtility.HtmlEncode(yAxis)}</text>");
    }

    private void Draw(StringBuilder svg, Line line, int index)
    {
        string points = string.Join(' ', line.Points.Select(point =>
            string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#},{Y(point.Y):0.#}")));
        double legend = Top + Height + 76 + index * LegendRow;
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" class=\"line line{index}\"/>");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<line x1=\"{Left}\" x2=\"{Left + 30}\" y1=\"{legend - 4}\" y2=\"{legend - 4}\" class=\"line line{index}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + 38}\" y=\"{legend}\">{WebUtility.HtmlEncode(line.Name)}</text>");
    }
}
