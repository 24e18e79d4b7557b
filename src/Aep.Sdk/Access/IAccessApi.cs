using Refit;

namespace Aep.Sdk.Access;

/// <summary>Access control: effective policies.</summary>
internal interface IAccessApi
{
    [Get("/data/foundation/access-control/acl/reference")]
    Task<AccessReference?> GetReferenceAsync(CancellationToken cancellationToken);

    [Post("/data/foundation/access-control/acl/effective-policies")]
    Task<EffectivePolicies?> GetEffectivePoliciesAsync([Body] string[] resources, CancellationToken cancellationToken);
}
