using Aep.Sdk;
using Aep.Sdk.Emulator;
using Aep.Sdk.LandingZones;

namespace Propensity.Workflow;

/// <summary>
/// The platform that a sample talks to: the local one, started here or running already, or a real organisation. Whichever it is, the sample
/// reaches it through an <see cref="AepClient"/> alone.
/// </summary>
public sealed class SamplePlatform : IAsyncDisposable
{
    private readonly AepEmulator? _emulator;

    private SamplePlatform(AepClient client, AepIniFile config, AepEmulator? emulator)
    {
        Client = client;
        Config = config;
        _emulator = emulator;
    }

    public AepClient Client { get; }

    public AepIniFile Config { get; }

    /// <summary>How its landing zone is reached; null for the usual way.</summary>
    public LandingZoneOptions? LandingZone { get; private init; }

    public static Task<SamplePlatform> OpenAsync(RunOptions options, CancellationToken cancellationToken) =>
        options.Target == Target.Aep ? Task.FromResult(OpenOrganisation(options)) : OpenLocalAsync(options, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }

    private static SamplePlatform OpenOrganisation(RunOptions options)
    {
        var config = AepIniFile.Load(options.ConfigFile ?? Path.Combine("conf", "config.ini"));
        return new SamplePlatform(AepClient.FromIniFile(config.Path, found => AllowSandbox(found, options)), config, emulator: null);
    }

    // Of the options, not of the file: an environment variable may have named the sandbox.
    private static AepOptions AllowSandbox(AepOptions found, RunOptions options) => found.SandboxName != "prod" || options.AllowProd
        ? found
        : throw new AepConfigurationException("The configuration names the sandbox prod. Use a development sandbox, or add --allow-prod.");

    private static async Task<SamplePlatform> OpenLocalAsync(RunOptions options, CancellationToken cancellationToken)
    {
        AepIniFile config = await LocalConfigAsync(options, cancellationToken);
        if (config.Get("Platform", "platform_endpoint") is not null)
            return new SamplePlatform(AepClient.FromIniFile(config.Path, AllowEndpoint), config, emulator: null);

        AepEmulator emulator = await AepEmulator.StartAsync(
            new AepEmulatorOptions { DataFolder = options.PlatformFolder, LandingZone = options.LandingZone }, cancellationToken);
        try
        {
            ClaimFor(emulator, config);
            await config.SaveAsync(cancellationToken);
            return new SamplePlatform(new AepClient(Connect(emulator)), config,
                emulator)
            { LandingZone = Bucket(emulator, options.LandingZone) };
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    private static AepOptions AllowEndpoint(AepOptions found) => found.PlatformEndpoint is { IsLoopback: true }
        ? LocalPace(found)
        : throw new AepConfigurationException(
            $"The configuration names the platform_endpoint {found.PlatformEndpoint}, which is not on this machine. Add --target aep if that is meant.");

    // A new platform knows none of the ids of an older one: without a folder and a file of the user's, both start anew.
    private static async Task<AepIniFile> LocalConfigAsync(RunOptions options, CancellationToken cancellationToken)
    {
        string path = options.ConfigFile ?? Path.Combine(options.OutputFolder, "config.ini");
        bool forgotten = options.ConfigFile is null && options.PlatformFolder is null;
        if (forgotten || !File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await using Stream example = typeof(SamplePlatform).Assembly.GetManifestResourceStream("config.example.ini")!;
            await using FileStream file = File.Create(path);
            await example.CopyToAsync(file, cancellationToken);
        }
        return AepIniFile.Load(path);
    }

    // The ids in a file belong to the organisation in it. Writing those of the local platform into a real organisation's file would mix
    // them up.
    private static void ClaimFor(AepEmulator emulator, AepIniFile config)
    {
        if (config.Get("Platform", "ims_org_id") is { } organisation && organisation != emulator.OrgId)
            throw new AepConfigurationException(
                $"{config.Path} belongs to the organisation {organisation}. Add --target aep to use it, or give another --config file for the local platform.");
        config.Set("Platform", "ims_org_id", emulator.OrgId);
        config.Set("Platform", "sandbox_name", emulator.SandboxName);
    }

    // Of a container the address comes with its credentials; that of a bucket is Amazon's, if nothing else is said.
    private static LandingZoneOptions? Bucket(AepEmulator emulator, LandingZoneProvider provider) => provider == LandingZoneProvider.S3
        ? new LandingZoneOptions { S3Endpoint = new UriBuilder(emulator.LandingZoneUrl) { Scheme = Uri.UriSchemeHttps }.Uri }
        : null;

    private static AepOptions Connect(AepEmulator emulator) => LocalPace(new AepOptions
    {
        OrgId = emulator.OrgId,
        SandboxName = emulator.SandboxName,
        ClientId = emulator.ClientId,
        ClientSecret = new Secret(emulator.ClientSecret),
        PlatformEndpoint = emulator.SecurePlatformUrl,
        ImsEndpoint = emulator.SecureImsUrl,
        TrustedCertificateFile = emulator.CertificateFile,
    });

    // The local platform is done in a moment; polling as for a real one would be all that takes time.
    private static AepOptions LocalPace(AepOptions options) =>
        options with { PollInterval = TimeSpan.FromMilliseconds(50), MaxPollInterval = TimeSpan.FromSeconds(1) };
}
