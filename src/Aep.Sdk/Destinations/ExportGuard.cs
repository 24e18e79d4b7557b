using Aep.Sdk.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Destinations;

/// <summary>Reads the labels of what is about to leave, and stops it or logs why it may.</summary>
internal sealed class ExportGuard(DatasetLabelReader datasets, ProfileLabelReader profiles, AepOptions options)
{
    private readonly ILogger _log = AepDiagnostics.Destinations(options);

    /// <exception cref="GovernanceViolationException">
    /// The dataset or a field of it carries a label of the guard, and there is no reason to let it go.
    /// </exception>
    public Task CheckDatasetAsync(string datasetId, GovernanceGuard guard, CancellationToken cancellationToken) =>
        CheckAsync($"The dataset {datasetId}", () => datasets.ReadAsync(datasetId, cancellationToken), guard);

    /// <exception cref="GovernanceViolationException">
    /// An attribute that leaves carries a label of the guard, and there is no reason to let it go.
    /// </exception>
    public Task CheckAudienceAsync(
        string segmentId, IEnumerable<string> attributes, GovernanceGuard guard, CancellationToken cancellationToken) =>
        CheckAsync($"The audience {segmentId}", () => profiles.ReadAsync([.. attributes], cancellationToken), guard);

    private async Task CheckAsync(string what, Func<Task<IReadOnlyList<LabelFinding>>> readLabels, GovernanceGuard guard)
    {
        if (guard.Labels.Count == 0) return;
        IReadOnlyList<LabelFinding> labels = await readLabels().ConfigureAwait(false);
        LabelFinding[] findings = [.. labels.Where(label => guard.Labels.Contains(label.Label)).Distinct()];
        if (findings.Length == 0) return;
        if (guard.OverrideReason is not { } reason) throw new GovernanceViolationException(what, findings);
        _log.LabelsOverridden(what, string.Join("; ", findings.AsEnumerable()), reason);
    }
}
