using Microsoft.Extensions.Time.Testing;

namespace Aep.Sdk.Emulator.Tests.Support;

/// <summary>A clock that stands still, so that the platform's work stays where it is until a test lets it go on.</summary>
internal sealed class StoppedClock
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public Task<EmulatorFixture> StartAsync() => EmulatorFixture.StartAsync(new AepEmulatorOptions { TimeProvider = Time });

    /// <summary>Lets time pass until what is waited for has come. Each time it asks: work may begin to wait after the first step.</summary>
    public Task<T> RunUntilAsync<T>(Func<Task<T>> read, Func<T, bool> done) => Polling.UntilAsync(
        () =>
        {
            Time.Advance(Step);
            return read();
        },
        done);
}
