namespace Propensity.Report;

/// <summary>A stage of the e-mail funnel: events and distinct users.</summary>
public sealed record FunnelStage(string EventType, long Events, long Users);
