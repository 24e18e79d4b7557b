using Aep.Sdk.Emulator.Faults;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Ims;

namespace Aep.Sdk.Emulator.LandingZone;

/// <summary>
/// The endpoint of the landing zone: a listener of its own, because paths of files could not be told from the platform's.
/// </summary>
internal sealed class LandingZoneServer(
    AepEmulatorOptions options, TlsCertificate certificate, EmulatorAddresses addresses, ILandingZoneProtocol protocol,
    FaultRegistry faults, AccessTokens tokens)
    : IHostedService, IAsyncDisposable
{
    private WebApplication? _application;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder =
            WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ConfigureForStandardError(options.LogLevel);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ListenOnLoopback(options.LandingZonePort ?? (options.Port == 0 ? 0 : options.Port + 2), certificate);
        });
        _application = builder.Build();
        _application.Run(new FaultMiddleware(protocol.HandleAsync, faults, tokens, options.TimeProvider, landingZone: true).InvokeAsync);
        await _application.StartAsync(cancellationToken);
        addresses.LandingZonePort = new Uri(_application.Urls.First()).Port;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _application?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;
}
