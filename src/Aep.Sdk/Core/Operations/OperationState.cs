namespace Aep.Sdk.Core.Operations;

/// <summary>What a poll has found. An unknown state is neither over nor a success.</summary>
internal sealed record OperationState<TResult>(string Status, OperationOutcome Outcome, TResult? Value, IReadOnlyList<string> Errors)
{
    public static OperationState<TResult> Running(string status) => new(status, OperationOutcome.Running, default, []);

    public static OperationState<TResult> Succeeded(string status, TResult value) => new(status, OperationOutcome.Succeeded, value, []);

    public static OperationState<TResult> Failed(string status, IReadOnlyList<string> errors) =>
        new(status, OperationOutcome.Failed, default, errors);
}
