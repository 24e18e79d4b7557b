using System.Diagnostics;
using System.Text.Json;
using Aep.Sdk.Emulator;

namespace Aep.Sdk.Benchmarks;

/// <summary>The local platform in a process of its own: its memory is not the client's.</summary>
internal sealed class LocalPlatform : IAsyncDisposable
{
    public const string Command = "local-platform";

    private readonly Process _process;

    private LocalPlatform(Process process, AepOptions client) => (_process, Options) = (process, client);

    /// <summary>For a client of it.</summary>
    public AepOptions Options { get; }

    public static async Task<LocalPlatform> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LocalPlatform).Assembly.Location, Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true
        };
        Process process = Process.Start(start)!;
        string line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The platform ended before it listened.");
        string[] said = line.Split('|');
        return new LocalPlatform(process, new AepOptions
        {
            PlatformEndpoint = new Uri(said[0]),
            ImsEndpoint = new Uri(said[0]),
            TrustedCertificateFile = said[1],
            OrgId = said[2],
            ClientId = said[3],
            ClientSecret = new Secret(said[4]),
            SandboxName = said[5],
            PollInterval = TimeSpan.FromMilliseconds(200),
            MaxPollInterval = TimeSpan.FromMilliseconds(500),
        });
    }

    /// <summary>What the child process does, until its input is closed.</summary>
    public static async Task ServeAsync()
    {
        await using AepEmulator emulator = await AepEmulator.StartAsync();
        Console.WriteLine(string.Join(
            '|', emulator.SecurePlatformUrl, emulator.CertificateFile, emulator.OrgId, emulator.ClientId, emulator.ClientSecret,
            emulator.SandboxName));
        await Console.In.ReadToEndAsync();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(
            $"the platform's process: peak memory {self.PeakWorkingSet64 / 1e6:0} MB, processor time {self.TotalProcessorTime.TotalSeconds:0.0} s");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        Console.WriteLine((await _process.StandardOutput.ReadToEndAsync()).TrimEnd());
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
