namespace Aep.Sdk.Flows;

/// <summary>Which data a run on demand reads.</summary>
/// <param name="Start">From this time.</param>
/// <param name="End">To this time.</param>
public sealed record FlowRunWindow(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>When the run starts; by default now.</summary>
    public DateTimeOffset? RunAt { get; init; }

    internal CreateRunBody.RunParams ToBody() => new(RunAt?.ToUnixTimeSeconds(), Start.ToUnixTimeSeconds(), End.ToUnixTimeSeconds());
}
