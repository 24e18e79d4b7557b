namespace Propensity.Report;
public static class HtmlReport { public static Task WriteAsync(string path, WorkflowResults results, IReadOnlyList<Check> checks, CancellationToken cancellationToken) => Task.CompletedTask; }
