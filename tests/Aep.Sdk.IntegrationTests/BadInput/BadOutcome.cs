using System.Text.RegularExpressions;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>What became of a bad input.</summary>
/// <param name="Case">The input.</param>
/// <param name="Error">The error; null when there was none, which is a fault of ours.</param>
/// <param name="Rows">What the diagnostics of the batch say about its rows.</param>
/// <param name="Before">What was there before.</param>
/// <param name="After">What was there after.</param>
internal sealed partial record BadOutcome(BadCase Case, Exception? Error, string Rows, string Before, string After)
{
    /// <summary>All that the user is told.</summary>
    public string Said => $"{Error?.Message} {Rows}";

    public string ToRow() => $"| {Case.Kind} | {Case.Fault} | `{Error!.GetType().Name}` | {Cell(Error.Message)} | {Cell(Rows)} |";

    // Without what is different each time: ids, ports, folders.
    private static string Cell(string text)
    {
        const int Shown = 420;
        // wherever the machine has it
        string placed = text.ReplaceLineEndings(" ").Replace(Path.GetTempPath(), "/tmp/", StringComparison.Ordinal);
        string steady = Varying().Replace(placed, match => match.Groups["port"].Success ? "" : "…");
        string cell = steady.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        return cell.Length <= Shown ? cell : cell[..Shown] + "…";
    }

    [GeneratedRegex(
        @"(?<port>https://127\.0\.0\.1:\d+)|[0-9a-f]{8}-[0-9a-f-]{20,}|\b[0-9a-fA-F]{16,}\b|\b[0-9A-Z]{26}\b|(?<=\(request )[\w-]+|/tmp/\S*?(?=[/\\][\w.]+\b)|(?<=')[^']*?(?=(inner|a\.txt|a\.csv)')|\S*aep-bad-\w+[/\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Varying();
}
