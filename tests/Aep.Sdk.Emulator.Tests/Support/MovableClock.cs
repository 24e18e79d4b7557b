using Microsoft.Extensions.Time.Testing;

namespace Aep.Sdk.Emulator.Tests.Support;

/// <summary>A clock that a test moves by hours, for schedules. The platform's work does not wait for it.</summary>
internal sealed class MovableClock
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 0, 30, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Time.GetUtcNow();

    public Task<EmulatorFixture> StartAsync(AepEmulatorOptions? options = null) =>
        EmulatorFixture.StartAsync((options ?? new AepEmulatorOptions()) with { TimeProvider = Time, ProcessingTime = TimeSpan.Zero });

    /// <summary>Lets seconds pass until what is waited for has come.</summary>
    public Task<T> RunUntilAsync<T>(Func<Task<T>> read, Func<T, bool> done) => Polling.UntilAsync(
        () =>
        {
            Time.Advance(Step);
            return read();
        },
        done);
}
