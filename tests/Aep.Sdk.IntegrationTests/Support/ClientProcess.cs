using System.Diagnostics;

namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>A client of a platform in a process of its own, which is asked and answers line by line.</summary>
internal sealed class ClientProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    /// <param name="platform">The platform.</param>
    /// <param name="command">What the program does.</param>
    public ClientProcess(Platform platform, string command)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Aep.Sdk.KillableClient.dll");
        string[] arguments =
        [
            program, $"{platform.Emulator.SecurePlatformUrl}", $"{platform.Emulator.SecureImsUrl}", platform.Emulator.CertificateFile,
            command,
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AEP_ORG_ID"] = platform.Emulator.OrgId;
        start.Environment["AEP_SANDBOX_NAME"] = platform.Emulator.SandboxName;
        start.Environment["AEP_CLIENT_ID"] = platform.Emulator.ClientId;
        start.Environment["AEP_CLIENT_SECRET"] = platform.Emulator.ClientSecret;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Asks.</summary>
    public async Task WriteAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>The next answer.</summary>
    /// <exception cref="InvalidOperationException">The process has ended; says why.</exception>
    public async Task<string> ReadAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The client has ended: {await _errors}");

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
