using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.LandingZone;

/// <summary>Credentials of the Data Landing Zone (/data/foundation/connectors/landingzone) and the storage behind it.</summary>
internal sealed class LandingZoneRoom : IEmulatorRoom
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(15);

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<StorageAccounts>();
        services.AddSingleton<BlobStore>();
        services.AddSingleton<BlobEndpoint>();
        services.AddHostedService<BlobServer>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/connectors/landingzone");
        group.MapGet("/", (string? type) => Results.Json(new JsonObject
        {
            ["containerName"] = ContainerOf(type),
            ["containerTTL"] = ((int)Lifetime.TotalDays).ToString(CultureInfo.InvariantCulture),
        }));
        group.MapGet("/credentials", Credentials);
    }

    private static IResult Credentials(
        HttpRequest request, Sandbox sandbox, string? type, StorageAccounts accounts, EmulatorAddresses addresses, TimeProvider time)
    {
        StorageAccount account = accounts.Of(sandbox);
        string container = ContainerOf(type);
        DateTimeOffset expiry = time.GetUtcNow() + Lifetime;
        string token = ServiceSas.ForContainer(account, container, "racwdl", time.GetUtcNow() - ClockSkew, expiry);
        // The scheme in which the caller came: a client that speaks TLS goes on doing so.
        string root = $"{request.Scheme}://{EmulatorAddresses.Host}:{addresses.LandingZonePort}/{account.Name}/{container}";
        return Results.Json(new JsonObject
        {
            ["containerName"] = container,
            ["SASToken"] = token,
            ["storageAccountName"] = account.Name,
            ["SASUri"] = $"{root}?{token}",
            ["expiryDate"] = expiry.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
    }

    private static string ContainerOf(string? type) => type?.ToLowerInvariant() switch
    {
        null or "user_drop_zone" => BlobStore.UserContainer,
        "dlz_destination" => BlobStore.DestinationContainer,
        _ => throw new ApiException(StatusCodes.Status400BadRequest, new JsonObject
        {
            ["errorCode"] = "CONN-0001-400",
            ["message"] = $"type '{type}' is not supported: use user_drop_zone or dlz_destination.",
        }),
    };
}
