using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Schema Registry (/data/foundation/schemaregistry).</summary>
internal sealed class SchemaRegistryRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ResourceWriter>();
        services.AddSingleton<SchemaRegistryService>();
        services.AddSingleton<DescriptorService>();
        services.AddSingleton<DescriptorRules>();
        services.AddSingleton<IdentityRules>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<ResourceImport>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/schemaregistry");
        group.MapGet("/stats", RegistryStatistics.Show);
        ResourceRoutes.Map(group);
        UnionRoutes.Map(group);
        DescriptorRoutes.Map(group);
        RpcRoutes.Map(group);
        // The platform's own fallback leaves out paths whose last segment has a dot, as every meta:altId has.
        group.MapFallback("/{**path}", NotSupported.RespondAsync);
    }
}
