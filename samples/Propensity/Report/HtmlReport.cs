using System.Globalization;
using System.Net;
using System.Text;
using Propensity.Training;

namespace Propensity.Report;

/// <summary>The report for people: one file with everything in it, which opens without a network.</summary>
public static class HtmlReport
{
    public static Task WriteAsync(string path, WorkflowResults results, IReadOnlyList<Check> checks, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(path, Build(results, checks), cancellationToken);

    private static string Build(WorkflowResults results, IReadOnlyList<Check> checks)
    {
        var sections = new StringBuilder();
        sections.Append(Verdict(checks));
        sections.Append(Section(
            "What was created",
            "Everything is found by its name again: a second run reuses it.",
            HtmlTable.Of(
                ["Kind", "Name", "Id"], results.Resources.Select(resource => (string[])[resource.Kind, resource.Name, resource.Id]))));
        sections.Append(ExplorationSections.Of(results.Explored!));
        sections.Append(ModelSections.Of(results.Trained!));
        sections.Append(AudienceSections.Of(results.Audience!));
        sections.Append(Section("Time and memory", "How long the steps took, and the most memory that the process had.", Times(results)));
        return HtmlPage.Of(
            "Propensity workflow",
            $"Tenant {results.Generated!.TenantId}, {Figures.Number(results.Generated.Users)} simulated users",
            sections.ToString());
    }

    /// <summary>A part of the page: what is seen, how to read it, and the thing itself.</summary>
    internal static string Section(string title, string introduction, string content) =>
        $"<section><h2>{WebUtility.HtmlEncode(title)}</h2><p>{WebUtility.HtmlEncode(introduction)}</p>{content}</section>\n";

    private static string Verdict(IReadOnlyList<Check> checks) => Section(
        checks.All(check => check.Agrees) ? "Reconciled" : "NOT RECONCILED",
        "Every step's number against that of the step before: nothing lost, nothing doubled.",
        HtmlTable.Of(["", "", "", ""], checks.Select(check => (string[])
        [
            check.Agrees ? "✓" : "✗ differs", $"{check.Left}: {Figures.Number(check.LeftValue)}", check.Agrees ? "=" : "≠",
            $"{check.Right}: {Figures.Number(check.RightValue)}",
        ])));

    private static string Times(WorkflowResults results) => HtmlTable.Of(["", ""],
    [
        .. results.StepSeconds.Select(step => (string[])[step.Key, step.Value.ToString("0.0 s", CultureInfo.InvariantCulture)]),
        ["Peak memory", PeakMemory.Megabytes().ToString("0 MB", CultureInfo.InvariantCulture)],
    ]);
}
