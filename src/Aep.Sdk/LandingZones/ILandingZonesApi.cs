using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.LandingZones;

/// <summary>Data Landing Zone credentials. Adobe documents this operation on Experience League; no OpenAPI specification has it.</summary>
internal interface ILandingZonesApi
{
    [OutsideSpec("Experience League: destinations and sources, Data Landing Zone, retrieve credentials")]
    [Get("/data/foundation/connectors/landingzone/credentials")]
    Task<CredentialsBody?> GetCredentialsAsync(string type, CancellationToken cancellationToken);

    [Post("/data/foundation/connectors/landingzone/credentials")]
    [OutsideSpec("Experience League: sources, Data Landing Zone, refresh credentials")]
    Task<CredentialsBody?> RefreshCredentialsAsync(string type, string action, CancellationToken cancellationToken);

    [Get("/data/foundation/connectors/landingzone")]
    [OutsideSpec("Experience League: sources, Data Landing Zone, retrieve the container")]
    Task<LandingZoneInfo?> GetContainerAsync(string type, CancellationToken cancellationToken);
}
