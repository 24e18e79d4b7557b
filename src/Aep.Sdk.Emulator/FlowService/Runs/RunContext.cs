namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The run that a job is done for.</summary>
/// <param name="FlowId">Its flow.</param>
/// <param name="RunId">Its id.</param>
/// <param name="ScheduledTime">When it was due; for a run on demand, when it was asked for.</param>
internal sealed record RunContext(string FlowId, string RunId, DateTimeOffset ScheduledTime);
