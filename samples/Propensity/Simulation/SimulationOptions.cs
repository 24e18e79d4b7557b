namespace Propensity.Simulation;

/// <summary>What to simulate.</summary>
public sealed record SimulationOptions(int Users, ulong Seed)
{
    public const int Weeks = 10;

    /// <summary>When the ten weeks begin. Fixed, so that the same seed gives the same bytes on every day.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
}
