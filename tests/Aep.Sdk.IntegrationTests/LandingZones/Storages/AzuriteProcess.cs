using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Aep.Sdk.IntegrationTests.LandingZones.Storages;

/// <summary>Azurite's blob service as a process of its own, on a free port, with nothing on the disk.</summary>
internal sealed partial class AzuriteProcess : IDisposable
{
    /// <summary>Said where Azurite is missing.</summary>
    public const string NotFound =
        "Azurite is not on this machine: there is no program azurite-blob on PATH. With Node.js, \"npm install --global azurite\" brings "
            + "it.";

    private readonly Process _process;
    private Uri? _address;

    private AzuriteProcess(string program) => _process = new Process
    {
        StartInfo = new ProcessStartInfo(
            program, ["--blobPort", "0", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        },
    };

    public Uri Address => _address!;

    // The account that every Azurite has; its key is published.
    public string ConnectionString =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint={Address}devstoreaccount1";

    /// <summary>Azurite on PATH; null if there is none.</summary>
    public static AzuriteProcess? Find()
    {
        string name = OperatingSystem.IsWindows() ? "azurite-blob.cmd" : "azurite-blob";
        string? program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return program is null ? null : new AzuriteProcess(program);
    }

    public async Task StartAsync()
    {
        _process.Start();
        while (_address is null)
        {
            string line = await _process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException(
                    $"Azurite ended before it listened: {await _process.StandardError.ReadToEndAsync()}");
            if (Listens().Match(line) is { Success: true } match) _address = new Uri(match.Groups["address"].Value);
        }

        // So that it never waits for a reader of what it says.
        _process.BeginErrorReadLine();
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    public void Dispose()
    {
        if (_address is not null && !_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    [GeneratedRegex(@"listens on (?<address>http://\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Listens();
}
