namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>A local platform whose clock stands until a test moves it on: at half past midnight of a Sunday, UTC.</summary>
public sealed class StoppedPlatform : Platform
{
    public StoppedTime Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 0, 30, 0, TimeSpan.Zero));

    protected override TimeProvider PlatformTime => Clock;

    // The client knows what day it is on the platform, and waits for answers in its own time.
    protected override TimeProvider ClientTime => new SameDay(Clock);

    protected override TimeSpan ProcessingTime => TimeSpan.Zero;

    private sealed class SameDay(TimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
    }
}
