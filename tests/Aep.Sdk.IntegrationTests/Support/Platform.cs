using Aep.Sdk.Emulator;

namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>A local platform with a client.</summary>
public sealed class Platform : IAsyncLifetime
{
    private AepEmulator? _emulator;
    private AepClient? _client;

    public AepEmulator Emulator => _emulator!;

    public AepClient Aep => _client!;

    public async Task InitializeAsync()
    {
        _emulator = await AepEmulator.StartAsync(new AepEmulatorOptions { ProcessingTime = TimeSpan.FromMilliseconds(10) });
        _client = new AepClient(new AepOptions
        {
            OrgId = _emulator.OrgId,
            ClientId = _emulator.ClientId,
            ClientSecret = new Secret(_emulator.ClientSecret),
            SandboxName = _emulator.SandboxName,
            PlatformEndpoint = _emulator.SecurePlatformUrl,
            ImsEndpoint = _emulator.SecureImsUrl,
            TrustedCertificateFile = _emulator.CertificateFile,
        });
    }

    public async Task DisposeAsync()
    {
        if (_client is not null) await _client.DisposeAsync();
        if (_emulator is not null) await _emulator.DisposeAsync();
    }
}
