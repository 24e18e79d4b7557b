namespace Aep.Sdk.Segmentation;

internal sealed record ExternalAudienceRuns
{
    public IReadOnlyList<ExternalAudienceRun> Runs { get => field ?? []; init; }
}
