using Aep.Sdk;
using Aep.Sdk.Emulator;

namespace Samples.Tests.Client;

/// <summary>The client and the local platform together: what neither can prove alone.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private AepEmulator _emulator = null!;

    public async Task InitializeAsync() => _emulator = await AepEmulator.StartAsync();

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    [Fact]
    public async Task A_connection_that_works_is_verified()
    {
        await using var aep = new AepClient(Options);
        ConnectionReport report = await aep.VerifyConnectionAsync();
        Assert.True(report.IsUsable, string.Join('\n', report.Checks));
        Assert.Equal(_emulator.TenantId, report.TenantId);
        Assert.Contains(report.Checks, check => check is { Name: "Data Modeling: Manage Schemas", Outcome: CheckOutcome.Ok });
    }

    [Fact]
    public async Task A_wrong_secret_is_told_by_ims()
    {
        await using var aep = new AepClient(Options with { ClientSecret = new Secret("wrong") });
        var refused = await Assert.ThrowsAsync<AepAuthenticationException>(() => aep.Schemas.GetTenantIdAsync());
        Assert.Equal("invalid_client", refused.ErrorCode);
    }

    [Fact]
    public async Task Another_certificate_is_not_trusted()
    {
        await using AepEmulator other = await AepEmulator.StartAsync();
        await using var aep = new AepClient(Options with { TrustedCertificateFile = other.CertificateFile, MaxRetries = 0 });
        var refused = await Assert.ThrowsAnyAsync<AepException>(() => aep.Schemas.GetTenantIdAsync());
        Assert.Contains("certificate", refused.Message);
    }

    [Fact]
    public async Task Sandboxes_are_apart()
    {
        await using var dev = new AepClient(Options);
        AepClient prod = dev.ForSandbox("prod");
        Assert.Equal("prod", prod.Options.SandboxName);
        Assert.Equal(["dev", "prod"], await dev.Sandboxes.ListAsync().Select(sandbox => sandbox.Name).Order().ToListAsync());
        Assert.Equal(await dev.Schemas.GetTenantIdAsync(), await prod.Schemas.GetTenantIdAsync());
        await Assert.ThrowsAnyAsync<AepRequestException>(() => dev.ForSandbox("nowhere").Schemas.GetTenantIdAsync());
    }

    private AepOptions Options => new()
    {
        OrgId = _emulator.OrgId,
        SandboxName = _emulator.SandboxName,
        ClientId = _emulator.ClientId,
        ClientSecret = new Secret(_emulator.ClientSecret),
        PlatformEndpoint = _emulator.SecurePlatformUrl,
        ImsEndpoint = _emulator.SecureImsUrl,
        TrustedCertificateFile = _emulator.CertificateFile,
    };
}
