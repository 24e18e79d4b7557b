using System.Collections.Concurrent;

namespace Aep.Sdk.Emulator.Work;

/// <summary>
/// Runs what the platform does after it has answered: batches, queries, flow runs, segment jobs.
/// Each job starts after the configured processing time, as on the real platform, only shorter.
/// </summary>
internal sealed partial class BackgroundWork(AepEmulatorOptions options, TimeProvider time, ILogger<BackgroundWork> logger)
    : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    /// <summary>
    /// Starts a job after the processing time. A failure is logged and handed to <paramref name="onFailure"/>, which records it.
    /// </summary>
    public void Start(string name, Func<CancellationToken, Task> job, Action<Exception> onFailure) =>
        Track(RunAsync(name, options.ProcessingTime, job, onFailure));

    /// <summary>Starts a job at once.</summary>
    public void StartNow(string name, Func<CancellationToken, Task> job, Action<Exception> onFailure) =>
        Track(RunAsync(name, TimeSpan.Zero, job, onFailure));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Keys).WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private void Track(Task task)
    {
        _running[task] = 0;
        _ = task.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
    }

    private async Task RunAsync(string name, TimeSpan delay, Func<CancellationToken, Task> job, Action<Exception> onFailure)
    {
        await Task.Yield(); // the caller answers its request first
        try
        {
            await Task.Delay(delay, time, _stopping.Token);
            await Task.Run(() => job(_stopping.Token), _stopping.Token); // and not on the thread that moves the clock
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            LogStopped(name);
        }
        catch (Exception exception)
        {
            LogFailed(name, exception);
            onFailure(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Name} stopped with the platform")]
    private partial void LogStopped(string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} failed")]
    private partial void LogFailed(string name, Exception exception);
}
