namespace Aep.Sdk.CleanUp;

/// <summary>A clean-up could not remove everything. The rest is gone; it can be run again.</summary>
public sealed class CleanUpFailedException : AepException
{
    internal CleanUpFailedException(CleanUpResult result)
        : base($"{result.Failed.Count} of {result.Failed.Count + result.Removed.Count} could not be removed: "
            + string.Join("; ", result.Failed.Select(failure => $"{failure.Item}: {failure.Error.Message}"))) => Result = result;

    /// <summary>What was done and what was not.</summary>
    public CleanUpResult Result { get; }
}
