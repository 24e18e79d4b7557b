using System.Diagnostics;

namespace Aep.Sdk.Benchmarks;

/// <summary>A server of this program in a process of its own: neither its time nor its memory is the client's.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    /// <param name="command">
    /// The command of this program that serves: it writes its address, and ends with its input (<see cref="UntilClosedAsync"/>).
    /// </param>
    public static async Task<ServerProcess> StartAsync(params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        string url = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The server ended before it listened.");
        return new ServerProcess(process, new Uri(url));
    }

    /// <summary>In the child: says where it listens, and waits for the parent to let go.</summary>
    public static async Task UntilClosedAsync(string url)
    {
        Console.WriteLine(url);
        await Console.In.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
