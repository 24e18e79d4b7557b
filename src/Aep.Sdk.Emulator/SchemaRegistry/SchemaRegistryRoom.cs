using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Schema Registry (/data/foundation/schemaregistry).</summary>
internal sealed class SchemaRegistryRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ResourceStore>();
        services.AddSingleton<ResourceValidator>();
        services.AddSingleton<SchemaRegistryService>();
        services.AddSingleton<DescriptorService>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/schemaregistry");
        group.MapGet("/stats", Stats);
        ResourceRoutes.Map(group);
        DescriptorRoutes.Map(group);
    }

    private static IResult Stats(Sandbox sandbox, AepEmulatorOptions options, ResourceStore resources) => Results.Json(new JsonObject
    {
        ["imsOrg"] = options.OrgId,
        ["tenantId"] = options.TenantId,
        ["counts"] = new JsonObject(ResourceKinds.Resources.Select(kind =>
            KeyValuePair.Create<string, JsonNode?>(kind, resources.All(sandbox, "tenant", kind).Count))),
    });
}
