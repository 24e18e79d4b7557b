using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.S3Storage;

namespace Aep.Sdk.Emulator.LandingZone;

/// <summary>Credentials of the Data Landing Zone (/data/foundation/connectors/landingzone) and the storage behind it.</summary>
internal sealed class LandingZoneRoom : IEmulatorRoom
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
    private static readonly TimeSpan SessionLifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(15);

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<StorageAccounts>();
        services.AddSingleton<BlobStore>();
        services.AddSingleton<BlockStore>();
        services.AddSingleton<BlobContainers>();
        services.AddSingleton<BlobObjects>();
        services.AddSingleton<BlobBlocks>();
        services.AddSingleton<BlobEndpoint>();
        services.AddSingleton<BlobCopies>();
        services.AddSingleton<BlobProtocol>();
        services.AddSingleton<S3Sessions>();
        services.AddSingleton<MultipartUploads>();
        services.AddSingleton<S3Objects>();
        services.AddSingleton<S3Multipart>();
        services.AddSingleton<S3Endpoint>();
        services.AddSingleton<S3Protocol>();
        services.AddSingleton<ILandingZoneProtocol>(provider => provider.GetRequiredService<AepEmulatorOptions>().LandingZone switch
        {
            LandingZoneProvider.S3 => provider.GetRequiredService<S3Protocol>(),
            _ => provider.GetRequiredService<BlobProtocol>(),
        });
        services.AddHostedService<LandingZoneServer>();
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
        HttpRequest request, Sandbox sandbox, string? type, AepEmulatorOptions options, StorageAccounts accounts,
        EmulatorAddresses addresses, TimeProvider time)
    {
        StorageAccount account = accounts.Of(sandbox);
        string container = ContainerOf(type);
        DateTimeOffset now = time.GetUtcNow();
        return Results.Json(options.LandingZone == LandingZoneProvider.S3
            ? AmazonCredentials(S3Sessions.Issue(account, container, now + SessionLifetime), options)
            : AzureCredentials(request, account, container, now, addresses));
    }

    private static JsonObject AmazonCredentials(S3Session session, AepEmulatorOptions options) => new()
    {
        ["credentials"] = new JsonObject
        {
            ["clientId"] = options.OrgId,
            ["awsAccessKeyId"] = session.AccessKeyId,
            ["awsSecretAccessKey"] = session.SecretAccessKey,
            ["awsSessionToken"] = session.SessionToken,
        },
        ["dlzPath"] = new JsonObject { ["bucketName"] = session.Bucket, ["dlzFolder"] = session.Folder },
        ["dlzProvider"] = "Amazon S3",
        ["expiryTime"] = session.Expiry.ToUnixTimeSeconds(),
    };

    private static JsonObject AzureCredentials(
        HttpRequest request, StorageAccount account, string container, DateTimeOffset now, EmulatorAddresses addresses)
    {
        DateTimeOffset expiry = now + Lifetime;
        string token = ServiceSas.ForContainer(account, container, "racwdl", now - ClockSkew, expiry);
        // The scheme in which the caller came: a client that speaks TLS goes on doing so.
        string root = $"{request.Scheme}://{EmulatorAddresses.Host}:{addresses.LandingZonePort}/{account.Name}/{container}";
        return new JsonObject
        {
            ["containerName"] = container,
            ["SASToken"] = token,
            ["storageAccountName"] = account.Name,
            ["SASUri"] = $"{root}?{token}",
            ["expiryDate"] = expiry.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
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
