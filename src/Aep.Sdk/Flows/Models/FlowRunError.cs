namespace Aep.Sdk.Flows;

/// <summary>An error of a run.</summary>
/// <param name="Code">The service's code, for example <c>ACTIVATION_BATCH-0000-FAILED</c>.</param>
/// <param name="Message">What happened.</param>
public sealed record FlowRunError(string? Code, string? Message);
