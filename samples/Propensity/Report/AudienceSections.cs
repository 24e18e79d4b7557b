using System.Globalization;
using Aep.Sdk.Segmentation;

namespace Propensity.Report;

/// <summary>The part of the report that step 7 fills: whom a threshold reaches, and the audience.</summary>
internal static class AudienceSections
{
    public static string Of(ActivatedAudience audience) => string.Concat(
        HtmlReport.Section(
            "Propensity against reach",
            $"Users with at least a given propensity. The band is the audience, {Interval(audience.Interval)}. "
            + "Precision, recall and F1 are those of the held-out users.",
            Reach(audience) + Considered(audience)),
        HtmlReport.Section("The audience", audience.Rule, Numbers(audience)));

    private static string Reach(ActivatedAudience audience) => new LineChart("propensity", "users")
    {
        Lines =
        [
            new Line("users with at least this propensity", [.. audience.Curve.Select(point => (point.Threshold, (double)point.Reach))]),
        ],
        MaxY = audience.Curve.Max(point => point.Reach),
        Band = (audience.Interval.From, audience.Interval.To ?? 1),
    }.ToSvg();

    private static string Considered(ActivatedAudience audience) => HtmlTable.Of(
        ["", "Interval", "Users", "Precision", "Recall", "F1"],
        audience.Considered.Select(choice => (string[])
        [
            choice == audience.Interval ? $"{choice.Reason} (chosen)" : choice.Reason, Interval(choice), Figures.Number(choice.Reach),
            Figures.Decimal(choice.Precision), Figures.Decimal(choice.Recall), Figures.Decimal(choice.F1),
        ]));

    private static string Interval(ReachSuggestion choice) =>
        string.Create(CultureInfo.InvariantCulture, $"{choice.From} to {choice.To ?? 1}");

    private static string Numbers(ActivatedAudience audience) => HtmlTable.Of(["", ""],
    [
        ["Scores inside the interval", Figures.Number(audience.Expected)],
        ["Profiles that qualify (segment job)", Figures.Number(audience.Qualified)],
        ["Rows in the activated file", Figures.Number(audience.ActivatedRows)],
        ["File", audience.File],
        ["Segment", audience.SegmentId],
        ["Governance", audience.Governance],
    ]);
}
