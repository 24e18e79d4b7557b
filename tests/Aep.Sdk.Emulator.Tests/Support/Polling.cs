namespace Aep.Sdk.Emulator.Tests.Support;

/// <summary>Waits for asynchronous work of the platform by asking again, as a client of AEP does.</summary>
internal static class Polling
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task<T> UntilAsync<T>(Func<Task<T>> read, Func<T, bool> done)
    {
        using var timer = new PeriodicTimer(Interval);
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            T value = await read();
            if (done(value))
                return value;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
