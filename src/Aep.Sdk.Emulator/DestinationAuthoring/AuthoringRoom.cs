using Aep.Sdk.Emulator.DestinationAuthoring.Messages;
using Aep.Sdk.Emulator.DestinationAuthoring.Streaming;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.FlowService.Schedules;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>
/// Destination SDK (/data/core/activation/authoring): what a destination is made of, sample profiles, templates, requests to publish.
/// </summary>
internal sealed class AuthoringRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AuthoringResources>();
        services.AddSingleton<PublishRequests>();
        services.AddSingleton<SampleProfiles>();
        services.AddSingleton<InstanceProfiles>();
        services.AddSingleton<TemplateRendering>();
        services.AddSingleton<StreamingTests>();
        services.AddSingleton<MessageSender>();
        services.AddSingleton<StreamingMessages>();
        services.AddSingleton<StreamedPersons>();
        services.AddSingleton<StreamedChanges>();
        services.AddSingleton<StreamingRuns>();
        services.AddSingleton<IScheduledWork>(provider => provider.GetRequiredService<StreamingRuns>());
        services.AddSingleton<IRetryableRuns>(provider => provider.GetRequiredService<StreamingRuns>());
        services.AddSingleton<IResumableRuns>(provider => provider.GetRequiredService<StreamingRuns>());
        services.AddSingleton<IDestinationSpecs, StreamingDestinations>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/activation/authoring");
        PublishRoutes.Map(group);
        AuthoringRoutes.Map(group);
        TestingRoutes.Map(group);
        InstanceRoutes.Map(group);
        PublishRoutes.MapDecisions(routes);
    }
}
