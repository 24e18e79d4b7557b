using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
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

    /// <summary>The same as environment variables, for a process that calls <see cref="AepClient.FromEnvironment"/>.</summary>
    public IEnumerable<(string Name, string Value)> Environment =>
    [
        ("AEP_PLATFORM_ENDPOINT", $"{Options.PlatformEndpoint}"), ("AEP_IMS_ENDPOINT", $"{Options.ImsEndpoint}"),
        ("AEP_TRUSTED_CERTIFICATE", Options.TrustedCertificateFile!), ("AEP_ORG_ID", Options.OrgId), ("AEP_CLIENT_ID", Options.ClientId),
        ("AEP_CLIENT_SECRET", Options.ClientSecret!.Reveal()), ("AEP_SANDBOX_NAME", Options.SandboxName!),
    ];

    /// <summary>A bare client with a token of its own.</summary>
    public async Task<HttpClient> BareAsync()
    {
        HttpClient http = Client.Bare(Options.PlatformEndpoint!, Options.TrustedCertificateFile);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Options.ClientId,
            ["client_secret"] = Options.ClientSecret!.Reveal(),
            ["scope"] = "openid",
        });
        using HttpResponseMessage response = await http.PostAsync(new Uri(Options.ImsEndpoint!, "/ims/token/v3"), form);
        response.EnsureSuccessStatusCode();
        JsonNode token = JsonNode.Parse(await response.Content.ReadAsByteArrayAsync())!;
        HttpRequestHeaders headers = http.DefaultRequestHeaders;
        foreach ((string name, string value) in (IEnumerable<(string, string)>)
            [
                ("Authorization", $"Bearer {(string)token["access_token"]!}"), ("x-api-key", Options.ClientId),
                ("x-gw-ims-org-id", Options.OrgId), ("x-sandbox-name", Options.SandboxName!),
            ])
        {
            headers.Remove(name);
            headers.Add(name, value);
        }
        return http;
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
