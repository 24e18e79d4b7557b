namespace Aep.Sdk.Segmentation;

/// <summary>When the members of a segment are found.</summary>
/// <param name="Batch">Once a day, and on demand.</param>
/// <param name="Continuous">When data comes in (streaming).</param>
/// <param name="Synchronous">At once, on the edge.</param>
public sealed record EvaluationInfo(EvaluationMode Batch, EvaluationMode Continuous, EvaluationMode Synchronous)
{
    private static readonly EvaluationMode On = new(true), Off = new(false);

    /// <summary>Once a day, and on demand.</summary>
    public static EvaluationInfo ByBatch { get; } = new(On, Off, Off);

    /// <summary>When data comes in.</summary>
    public static EvaluationInfo Streaming { get; } = new(Off, On, Off);

    /// <summary>At once, on the edge.</summary>
    public static EvaluationInfo Edge { get; } = new(Off, Off, On);
}
