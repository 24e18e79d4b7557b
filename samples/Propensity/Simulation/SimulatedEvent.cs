namespace Propensity.Simulation;

/// <summary>Something that a simulated user did or got. Users count from 0.</summary>
public sealed record SimulatedEvent(int User, string EventType, DateTimeOffset Timestamp);
