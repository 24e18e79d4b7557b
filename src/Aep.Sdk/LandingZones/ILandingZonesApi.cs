using Refit;

namespace Aep.Sdk.LandingZones;

/// <summary>Data Landing Zone credentials. Adobe documents this operation on Experience League; no OpenAPI specification has it.</summary>
internal interface ILandingZonesApi
{
    [Get("/data/foundation/connectors/landingzone/credentials")]
    Task<CredentialsBody?> GetCredentialsAsync(string type, CancellationToken cancellationToken);
}
