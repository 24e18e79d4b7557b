using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>From which addresses interactive clients may connect (Data Distiller authorization, <c>/security/ip-access</c>).</summary>
public class QueryIpAccessClient
{
    private readonly IQueryIpAccessApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected QueryIpAccessClient() => _api = null!;

    internal QueryIpAccessClient(IQueryIpAccessApi api) => _api = api;

    /// <summary>The ranges that may connect to the sandbox. <c>GET /security/ip-access</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<QueryIpAccess> GetAsync(CancellationToken cancellationToken = default) =>
        (await _api.GetRangesAsync(cancellationToken).ConfigureAwait(false)).Required("GET /security/ip-access");

    /// <summary>Replaces the ranges: every address outside them is locked out, the caller's too. <c>PUT /security/ip-access</c>.</summary>
    /// <param name="ranges">All ranges that may connect.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<QueryIpAccess> SetAsync(IReadOnlyList<QueryIpRange> ranges, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        return (await _api.SetRangesAsync(new QueryIpRangesBody(ranges), cancellationToken).ConfigureAwait(false))
            .Required("PUT /security/ip-access");
    }

    /// <summary>Removes all ranges: every address may connect. <c>DELETE /security/ip-access</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was removed.</returns>
    public virtual async Task<QueryIpAccess> DeleteAsync(CancellationToken cancellationToken = default) =>
        (await _api.DeleteRangesAsync(cancellationToken).ConfigureAwait(false)).Required("DELETE /security/ip-access");

    /// <summary>Whether an address may connect. <c>POST /security/validate/ip-access</c>.</summary>
    /// <param name="ipAddress">The address.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<bool> IsAllowedAsync(string ipAddress, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(ipAddress);
        return (await _api.ValidateAsync(new QueryIpAddressBody(ipAddress), cancellationToken).ConfigureAwait(false))
            .Required("POST /security/validate/ip-access").IsAllowed;
    }
}
