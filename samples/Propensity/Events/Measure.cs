namespace Propensity.Events;

/// <summary>How often something happened in one event: XDM's data type Measure.</summary>
public sealed record Measure(double Value)
{
    public static Measure One { get; } = new(1);

    public static Measure None { get; } = new(0);
}
