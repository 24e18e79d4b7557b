using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Access;

/// <summary>Access control: what the credential may do in the sandbox, and the roles and policies that decide it.</summary>
public class AccessClient
{
    private const string PermissionPrefix = "/permissions/";

    private readonly IAccessApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected AccessClient()
    {
        _api = null!;
        Roles = null!;
        Policies = null!;
        Products = null!;
    }

    internal AccessClient(AepPipeline pipeline)
    {
        _api = pipeline.Api(AccessJson.Default, RefitStubs.AccessApi);
        IAccessAdministrationApi administration = pipeline.Api(AccessJson.Default, RefitStubs.AccessAdministrationApi);
        Roles = new RolesClient(administration);
        Policies = new AccessPoliciesClient(administration, pipeline.Options.OrgId);
        Products = new AccessProductsClient(administration);
    }

    /// <summary>Roles and their members.</summary>
    public virtual RolesClient Roles { get; }

    /// <summary>Policies of attribute-based access control.</summary>
    public virtual AccessPoliciesClient Policies { get; }

    /// <summary>Products and their permissions.</summary>
    public virtual AccessProductsClient Products { get; }

    /// <summary>
    /// The names of the permissions that can be asked for, for example <c>manage-datasets</c> (<c>GET /acl/reference</c>).
    /// </summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyCollection<string>> GetPermissionNamesAsync(CancellationToken cancellationToken = default) =>
        [.. (await _api.GetReferenceAsync(cancellationToken).ConfigureAwait(false)).Required("GET /acl/reference").Permissions.Keys];

    /// <summary>The kinds of resources that permissions are about (<c>GET /acl/reference</c>).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyCollection<string>> GetResourceTypesAsync(CancellationToken cancellationToken = default) =>
        [.. (await _api.GetReferenceAsync(cancellationToken).ConfigureAwait(false)).Required("GET /acl/reference").ResourceTypes.Keys];

    /// <summary>Which of some permissions the credential has (<c>POST /acl/effective-policies</c>).</summary>
    /// <param name="names">Names as <see cref="GetPermissionNamesAsync"/> gives them.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyCollection<string>> GetGrantedPermissionsAsync(
        IEnumerable<string> names, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] resources = [.. names.Select(name => PermissionPrefix + name)];
        EffectivePolicies effective = (await _api.GetEffectivePoliciesAsync(resources, cancellationToken).ConfigureAwait(false))
            .Required("POST /acl/effective-policies");
        return [.. effective.Policies
            .Where(policy => policy.Value.Count > 0 && policy.Key.StartsWith(PermissionPrefix, StringComparison.Ordinal))
            .Select(policy => policy.Key[PermissionPrefix.Length..])];
    }

    /// <summary>What the credential may do with resources, by resource (<c>POST /acl/effective-policies</c>).</summary>
    /// <param name="resources">Paths such as <c>/permissions/manage-datasets</c> and <c>/resource-types/schemas</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>For each resource the actions, <c>*</c> for all; a resource that nothing may be done with is left out.</returns>
    public virtual async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> GetEffectivePoliciesAsync(
        IEnumerable<string> resources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return (await _api.GetEffectivePoliciesAsync([.. resources], cancellationToken).ConfigureAwait(false))
            .Required("POST /acl/effective-policies").Policies;
    }
}
