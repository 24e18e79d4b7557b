using Aep.Sdk.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Destinations;

/// <summary>Reads the labels of what is about to leave, and stops it or logs why it may.</summary>
internal sealed class ExportGuard(Func<string, CancellationToken, Task<IReadOnlyList<LabelFinding>>> readLabels, AepOptions options)
{
    private readonly ILogger _log = AepDiagnostics.Destinations(options);

    /// <exception cref="GovernanceViolationException">The dataset or a field of it carries a label of the guard, and there is no reason to let it go.</exception>
    public async Task CheckAsync(string datasetId, GovernanceGuard guard, CancellationToken cancellationToken)
    {
        if (guard.Labels.Count == 0) return;
        IReadOnlyList<LabelFinding> labels = await readLabels(datasetId, cancellationToken).ConfigureAwait(false);
        LabelFinding[] findings = [.. labels.Where(label => guard.Labels.Contains(label.Label))];
        if (findings.Length == 0) return;
        if (guard.OverrideReason is not { } reason) throw new GovernanceViolationException($"The dataset {datasetId}", findings);
        _log.LabelsOverridden(datasetId, string.Join("; ", findings.AsEnumerable()), reason);
    }
}
