using Aep.Sdk.Emulator.AccessControl;
using Aep.Sdk.Emulator.Faults;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Hosting;

/// <summary>Composition: the only place that knows all rooms.</summary>
internal static class EmulatorHost
{
    public static WebApplication Build(AepEmulatorOptions options, DataFolder folder)
    {
        TlsCertificate certificate = TlsCertificate.LoadOrCreate(folder, options.TimeProvider);
        WebApplicationBuilder builder =
            WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ConfigureForStandardError(options.LogLevel);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null; // each service states its own limit
            kestrel.ListenOnLoopback(options.Port, certificate);
        });

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.TimeProvider);
        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton(certificate);
        builder.Services.AddSingleton<EmulatorAddresses>();
        builder.Services.AddSingleton<SandboxDirectory>();
        builder.Services.AddSingleton<BackgroundWork>();
        builder.Services.AddHostedService(services => services.GetRequiredService<BackgroundWork>());
        foreach (IEmulatorRoom room in Rooms.All)
            room.AddServices(builder.Services);

        WebApplication application = builder.Build();
        application.UseMiddleware<FaultMiddleware>();
        application.UseMiddleware<ApiExceptionMiddleware>();
        application.UseMiddleware<GatewayMiddleware>();
        application.UseMiddleware<PermissionMiddleware>();
        application.UseRouting();
        application.UseEndpoints(routes =>
        {
            foreach (IEmulatorRoom room in Rooms.All)
                room.MapRoutes(routes);
        });
        application.MapFallback(NotSupported.RespondAsync);
        return application;
    }

    /// <summary>Port 0 is known only once Kestrel has bound it.</summary>
    public static void PublishAddress(WebApplication application)
    {
        EmulatorAddresses addresses = application.Services.GetRequiredService<EmulatorAddresses>();
        addresses.PlatformPort = new Uri(application.Urls.First()).Port;
    }
}
