using Aep.Sdk;

namespace Propensity.Workflow;

/// <summary>
/// Takes what is known of work on its way: a share that is done, or the state of a long-running operation. Calls come in order and at
/// once.
/// </summary>
public sealed class StepProgress(Action<double> onShare, Action<string> onState) : IProgress<double>, IProgress<AepProgress>
{
    /// <summary>The share that is done, from 0 to 1.</summary>
    public void Report(double value) => onShare(value);

    /// <summary>The state of an operation on the platform.</summary>
    public void Report(AepProgress value) => onState(value.Status);
}
