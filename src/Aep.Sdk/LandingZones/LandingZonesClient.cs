using System.Globalization;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.LandingZones;

/// <summary>The sandbox's Data Landing Zones. For the files in them use the package Aep.Sdk.LandingZone.</summary>
public class LandingZonesClient
{
    private readonly ILandingZonesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected LandingZonesClient() => _api = null!;

    internal LandingZonesClient(AepPipeline pipeline) => _api = pipeline.Api(LandingZonesJson.Default, RefitStubs.LandingZonesApi);

    /// <summary>Temporary access to a landing zone (<c>GET /data/foundation/connectors/landingzone/credentials</c>).</summary>
    /// <remarks>Adobe documents this operation; no OpenAPI specification has it.</remarks>
    /// <param name="type">Which landing zone.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepException">The answer has neither the Azure nor the AWS shape.</exception>
    public virtual async Task<LandingZoneCredentials> GetCredentialsAsync(
        LandingZoneType type, CancellationToken cancellationToken = default)
    {
        CredentialsBody body =
            (await _api.GetCredentialsAsync(Wire(type), cancellationToken).ConfigureAwait(false)).Required("GET /landingzone/credentials");
        return Credentials(type, body);
    }

    /// <summary>
    /// New temporary access to a landing zone; what was given out before ends (<c>POST /landingzone/credentials?action=refresh</c>).
    /// </summary>
    /// <remarks>Adobe documents this operation; no OpenAPI specification has it.</remarks>
    /// <param name="type">Which landing zone.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepException">The answer has neither the Azure nor the AWS shape.</exception>
    public virtual async Task<LandingZoneCredentials> RefreshCredentialsAsync(
        LandingZoneType type, CancellationToken cancellationToken = default)
    {
        CredentialsBody body = (await _api.RefreshCredentialsAsync(Wire(type), "refresh", cancellationToken).ConfigureAwait(false))
            .Required("POST /landingzone/credentials");
        return Credentials(type, body);
    }

    /// <summary>
    /// Name of a landing zone's container, and how long files stay in it (<c>GET /data/foundation/connectors/landingzone</c>).
    /// </summary>
    /// <remarks>Adobe documents this operation; no OpenAPI specification has it.</remarks>
    /// <param name="type">Which landing zone.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<LandingZoneInfo> GetContainerAsync(LandingZoneType type, CancellationToken cancellationToken = default) =>
        (await _api.GetContainerAsync(Wire(type), cancellationToken).ConfigureAwait(false)).Required("GET /landingzone");

    private static string Wire(LandingZoneType type) => type switch
    {
        LandingZoneType.Destination => "dlz_destination",
        LandingZoneType.UserDropZone => "user_drop_zone",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such landing zone."),
    };

    private static LandingZoneCredentials Credentials(LandingZoneType type, CredentialsBody body)
    {
        var credentials = new LandingZoneCredentials { Type = type, Azure = Azure(body), Aws = Aws(body), ExpiresAt = Expiry(body) };
        return credentials is { Azure: null, Aws: null }
            ? throw new AepException("The landing zone's credentials have neither an Azure SAS URI nor AWS keys.")
            : credentials;
    }

    private static AzureLandingZone? Azure(CredentialsBody body) =>
        body is not { ContainerName: { Length: > 0 } container, SasUri: { Length: > 0 } uri } ? null : new AzureLandingZone
        {
            ContainerName = container,
            StorageAccountName = body.StorageAccountName,
            SasToken = new Secret(body.SasToken ?? string.Empty),
            SasUri = new Secret(uri),
        };

    private static AwsLandingZone? Aws(CredentialsBody body) =>
        body is not
        {
            Credentials: { AwsAccessKeyId: { } id, AwsSecretAccessKey: { } key, AwsSessionToken: { } token },
            DlzPath.BucketName: { } bucket
        } ? null : new AwsLandingZone
        {
            BucketName = bucket,
            Folder = body.DlzPath.DlzFolder,
            AccessKeyId = new Secret(id),
            SecretAccessKey = new Secret(key),
            SessionToken = new Secret(token),
        };

    private static DateTimeOffset? Expiry(CredentialsBody body) => body.ExpiryTime is { } seconds
        ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : DateTimeOffset.TryParse(body.ExpiryDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;
}
