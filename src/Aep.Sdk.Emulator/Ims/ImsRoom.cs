using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Ims;

/// <summary>Adobe's identity service: tokens by client credentials, OpenID discovery.</summary>
internal sealed class ImsRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ClientCredential>(provider =>
            ClientCredential.LoadOrCreate(provider.GetRequiredService<AepEmulatorOptions>(), provider.GetRequiredService<DataFolder>()));
        services.AddSingleton<SigningKey>();
        services.AddSingleton<AccessTokens>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/ims/token/v3", TokenEndpoint.IssueAsync);
        routes.MapPost("/ims/token/v2", TokenEndpoint.IssueAsync);
        routes.MapGet("/ims/.well-known/openid-configuration", Discovery.Describe);
        routes.MapGet("/.well-known/openid-configuration", Discovery.Describe);
        routes.MapGet("/ims/keys", (SigningKey key) => Results.Json(key.ToJsonWebKeySet()));
    }
}
