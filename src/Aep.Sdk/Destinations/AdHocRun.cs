using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>A run that was asked for.</summary>
/// <param name="Selection">How to find the run among the dataflow's.</param>
/// <param name="AlreadyRuns">Whether the service answered that there is a run already, and started none.</param>
internal sealed record AdHocRun(FlowRunSelection Selection, bool AlreadyRuns);
