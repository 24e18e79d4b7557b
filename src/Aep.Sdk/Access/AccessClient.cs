using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Access;

/// <summary>What the credential may do in the sandbox (Access Control API).</summary>
public class AccessClient
{
    private const string PermissionPrefix = "/permissions/";

    private readonly IAccessApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected AccessClient() => _api = null!;

    internal AccessClient(AepPipeline pipeline) => _api = pipeline.Api<IAccessApi>(AccessJson.Default);

    /// <summary>The names of the permissions that can be asked for, for example <c>manage-datasets</c> (<c>GET /acl/reference</c>).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyCollection<string>> GetPermissionNamesAsync(CancellationToken cancellationToken = default) =>
        [.. (await _api.GetReferenceAsync(cancellationToken).ConfigureAwait(false)).Required("GET /acl/reference").Permissions.Keys];

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
}
