using Refit;

namespace Aep.Sdk.Queries;

/// <summary>Data Distiller authorization: from which addresses interactive clients may connect.</summary>
internal interface IQueryIpAccessApi
{
    [Get("/data/foundation/query/security/ip-access")]
    Task<QueryIpAccess?> GetRangesAsync(CancellationToken cancellationToken);

    [Put("/data/foundation/query/security/ip-access")]
    Task<QueryIpAccess?> SetRangesAsync([Body] QueryIpRangesBody body, CancellationToken cancellationToken);

    [Delete("/data/foundation/query/security/ip-access")]
    Task<QueryIpAccess?> DeleteRangesAsync(CancellationToken cancellationToken);

    [Post("/data/foundation/query/security/validate/ip-access")]
    Task<QueryIpValidation?> ValidateAsync([Body] QueryIpAddressBody body, CancellationToken cancellationToken);
}
