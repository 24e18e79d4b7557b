using Aep.Sdk.Emulator;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>A local platform with a client.</summary>
public class Platform : IAsyncLifetime
{
    private AepEmulator? _emulator;
    private AepClient? _client;

    public AepEmulator Emulator => _emulator!;

    public AepClient Aep => _client!;

    /// <summary>The clock of the platform.</summary>
    public ShiftedTime Time { get; } = new();

    /// <summary>The clock that the platform starts with; by default <see cref="Time"/>.</summary>
    protected virtual TimeProvider PlatformTime => Time;

    /// <summary>The clock of the client.</summary>
    protected virtual TimeProvider ClientTime => TimeProvider.System;

    /// <summary>How long work in the background takes.</summary>
    protected virtual TimeSpan ProcessingTime => TimeSpan.FromMilliseconds(10);

    /// <summary>Permissions that its users lack.</summary>
    public IReadOnlyCollection<string> Denied { get; init; } = [];

    /// <summary>The folder that keeps its state; null for one that goes with it.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The cloud of the landing zone.</summary>
    protected virtual LandingZoneProvider Provider => LandingZoneProvider.Azure;

    public async Task InitializeAsync()
    {
        _emulator = await AepEmulator.StartAsync(new AepEmulatorOptions
        {
            DataFolder = DataFolder,
            ProcessingTime = ProcessingTime,
            LandingZone = Provider,
            TimeProvider = PlatformTime,
            DeniedPermissions = Denied,
        });
        _client = Connect(ClientTime);
    }

    public async Task DisposeAsync()
    {
        if (_client is not null) await _client.DisposeAsync();
        if (_emulator is not null) await _emulator.DisposeAsync();
    }

    /// <summary>One more client of the platform, with a clock of its own.</summary>
    public AepClient Connect(TimeProvider time) => new(Options(time));

    /// <summary>One more client of the platform, which reaches it through another port.</summary>
    public AepClient Connect(int port)
    {
        AepOptions options = Options(TimeProvider.System);
        return new(options with { PlatformEndpoint = new UriBuilder(Emulator.SecurePlatformUrl) { Port = port }.Uri });
    }

    private AepOptions Options(TimeProvider time) => new()
    {
        OrgId = Emulator.OrgId,
        ClientId = Emulator.ClientId,
        ClientSecret = new Secret(Emulator.ClientSecret),
        SandboxName = Emulator.SandboxName,
        PlatformEndpoint = Emulator.SecurePlatformUrl,
        ImsEndpoint = Emulator.SecureImsUrl,
        TrustedCertificateFile = Emulator.CertificateFile,
        PollInterval = TimeSpan.FromMilliseconds(50),
        MaxPollInterval = TimeSpan.FromSeconds(1),
        OperationTimeout = TimeSpan.FromMinutes(1),
        TimeProvider = time,
    };

    /// <summary>
    /// How to reach the landing zone: a bucket has an address of its own here, a container's address comes with its credentials.
    /// </summary>
    public LandingZoneOptions ZoneOptions(int? port = null) => new()
    {
        BlockSize = 5 * 1024 * 1024,
        TrustedCertificateFile = Emulator.CertificateFile,
        S3Endpoint = Provider == LandingZoneProvider.S3 ? Secure(Emulator.LandingZoneUrl, port) : null,
    };

    public Task<LandingZoneContainer> OpenZoneAsync(LandingZoneType type) => LandingZoneContainer.OpenAsync(Aep, type, ZoneOptions());

    private static Uri Secure(Uri address, int? port) => new UriBuilder(address) { Scheme = "https", Port = port ?? address.Port }.Uri;
}
