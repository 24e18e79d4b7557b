using Aep.Sdk.Emulator.Faults;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator;

/// <summary>
/// A local platform that speaks the protocols of Adobe Experience Platform on loopback: IMS and the REST services over HTTP and HTTPS,
/// Query Service over the PostgreSQL protocol, the Data Landing Zone over the Azure Blob protocol.
/// </summary>
/// <example><code>await using AepEmulator emulator = await AepEmulator.StartAsync();</code></example>
public sealed class AepEmulator : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DataFolder _folder;

    private AepEmulator(WebApplication application, DataFolder folder)
    {
        _application = application;
        _folder = folder;
    }

    private EmulatorAddresses Addresses => _application.Services.GetRequiredService<EmulatorAddresses>();
    private FaultRegistry Faults => _application.Services.GetRequiredService<FaultRegistry>();
    private Ims.ClientCredential Credential => _application.Services.GetRequiredService<Ims.ClientCredential>();
    private AepEmulatorOptions Options => _application.Services.GetRequiredService<AepEmulatorOptions>();

    /// <summary>Base URL of the platform over http.</summary>
    public Uri PlatformUrl => new(Addresses.Platform);

    /// <summary>Base URL of the platform over https, with the certificate of <see cref="CertificateFile"/>.</summary>
    public Uri SecurePlatformUrl => new(Addresses.SecurePlatform);

    /// <summary>Base URL of IMS over http.</summary>
    public Uri ImsUrl => PlatformUrl;

    /// <summary>Base URL of IMS over https.</summary>
    public Uri SecureImsUrl => SecurePlatformUrl;

    /// <summary>Host and port of the PostgreSQL endpoint of Query Service, for example <c>127.0.0.1:5432</c>.</summary>
    public string QueryEndpoint => Addresses.Query;

    /// <summary>Base URL of the Data Landing Zone over http; https answers on the same port.</summary>
    public Uri LandingZoneUrl => new(Addresses.LandingZone);

    /// <summary>PEM file of the self-signed certificate that every TLS endpoint shows.</summary>
    public string CertificateFile => _application.Services.GetRequiredService<TlsCertificate>().PemFile;

    /// <summary>Client id (API key) of the credential.</summary>
    public string ClientId => Credential.ClientId;

    /// <summary>Client secret of the credential.</summary>
    public string ClientSecret => Credential.ClientSecret;

    /// <summary>Organisation id.</summary>
    public string OrgId => Options.OrgId;

    /// <summary>Default sandbox.</summary>
    public string SandboxName => Options.SandboxName;

    /// <summary>Tenant id.</summary>
    public string TenantId => Options.TenantId;

    /// <summary>Starts a platform; it accepts connections when the task completes.</summary>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="IOException">A port is taken, or the data folder is used by another emulator.</exception>
    public static async Task<AepEmulator> StartAsync(AepEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new AepEmulatorOptions();
        DataFolder folder = DataFolder.Open(options.DataFolder);
        try
        {
            WebApplication application = EmulatorHost.Build(options, folder);
            var emulator = new AepEmulator(application, folder);
            await application.StartAsync(cancellationToken);
            EmulatorHost.PublishAddress(application);
            return emulator;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Lets the platform misbehave from now on, so that an app can be tested against it.</summary>
    /// <param name="fault">What goes wrong, where and how often.</param>
    /// <returns>The fault, whose <see cref="AepEmulatorFault.Hits"/> count.</returns>
    /// <exception cref="ArgumentException">The fault would do nothing, or cannot be; the message says why.</exception>
    public AepEmulatorFault AddFault(AepEmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (FaultRules.Broken(fault) is { } rule)
            throw new ArgumentException($"The fault is not usable: {rule}", nameof(fault));
        Faults.Add(fault);
        return fault;
    }

    /// <summary>Ends all faults.</summary>
    public void ClearFaults() => Faults.Clear();

    /// <summary>Waits until the process is asked to stop (Ctrl+C, SIGTERM).</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _application.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops every endpoint, finishes running work and releases the data folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _folder.Dispose();
    }
}
