namespace Aep.Sdk;

/// <summary>How a long-running operation is getting on.</summary>
/// <param name="Operation">What it is, for example <c>query</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Status">The state as AEP names it.</param>
/// <param name="Elapsed">How long it has been waited for.</param>
public sealed record AepProgress(string Operation, string Id, string Status, TimeSpan Elapsed);
