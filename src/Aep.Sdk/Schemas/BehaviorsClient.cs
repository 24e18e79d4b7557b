using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Schemas;

/// <summary>Behaviors, which classes are built on. Adobe's; they can only be read.</summary>
public class BehaviorsClient
{
    private readonly IRegistryApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected BehaviorsClient() => _api = null!;

    internal BehaviorsClient(IRegistryApi api) => _api = api;

    /// <summary>The behaviors, all on one page. GET /global/behaviors.</summary>
    public virtual AepPageable<SchemaSummary> ListAsync() => Pageable.OnOnePage(async cancellationToken =>
        (await _api.ListBehaviorsAsync(cancellationToken).ConfigureAwait(false)).Required("GET /global/behaviors").Results);

    /// <summary>A behavior. GET /global/behaviors/{id}.</summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>, see <see cref="XdmBehaviors"/>.</param>
    /// <param name="format">The form; as it was made by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such behavior.</exception>
    public virtual async Task<Behavior> GetAsync(string id, XdmFormat? format = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetBehaviorAsync(id, (format ?? XdmFormat.Raw).Accept, cancellationToken).ConfigureAwait(false))
            .Required("GET /global/behaviors/{id}");
    }
}
