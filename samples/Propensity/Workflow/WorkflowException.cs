namespace Propensity.Workflow;

/// <summary>The workflow cannot go on. The message says what, where and what to do.</summary>
public sealed class WorkflowException(string message) : Exception(message);
