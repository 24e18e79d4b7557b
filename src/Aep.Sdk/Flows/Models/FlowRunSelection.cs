namespace Aep.Sdk.Flows;

/// <summary>Which run of a dataflow to wait for. Without any condition, the newest.</summary>
public sealed record FlowRunSelection
{
    /// <summary>This run only.</summary>
    public string? RunId { get; init; }

    /// <summary>Not these runs: list the runs before starting something, and the next one is new.</summary>
    public IReadOnlyCollection<string> ExceptRunIds { get => field ?? []; init; }

    /// <summary>A further condition, for example that the run has read a file.</summary>
    public Func<FlowRun, bool>? Where { get; init; }

    /// <summary>Whether a run that moved only a part has failed: of what leaves Experience Platform no share may be missing.</summary>
    internal bool WholeOnly { get; init; }

    internal bool Accepts(FlowRun run) =>
        (RunId is null || run.Id == RunId) && !ExceptRunIds.Contains(run.Id) && (Where is null || Where(run));
}
