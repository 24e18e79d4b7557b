using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Identities;

/// <summary>Identity namespaces (Identity Service <c>/idnamespace/identities</c>): what kind of identity a value is.</summary>
public class NamespacesClient
{
    private readonly IIdentitiesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected NamespacesClient() => _api = null!;

    internal NamespacesClient(IIdentitiesApi api) => _api = api;

    /// <summary>
    /// All namespaces, Adobe's and the organisation's own. The service gives them on one page. GET /idnamespace/identities.
    /// </summary>
    public virtual AepPageable<IdentityNamespace> ListAsync() => Pageable.OnOnePage<IdentityNamespace>(async cancellationToken =>
        (await _api.ListNamespacesAsync(cancellationToken).ConfigureAwait(false)).Required("GET /idnamespace/identities"));

    /// <summary>A namespace. GET /idnamespace/identities/{id}.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<IdentityNamespace> GetAsync(long id, CancellationToken cancellationToken = default) =>
        (await _api.GetNamespaceAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /idnamespace/identities/{id}");

    /// <summary>The namespace with a code such as <c>ECID</c>, in any case; or null.</summary>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual Task<IdentityNamespace?> FindByCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return ListAsync()
            .FirstOrDefaultAsync(item => string.Equals(item.Code, code, StringComparison.OrdinalIgnoreCase), cancellationToken).AsTask();
    }

    /// <summary>Creates a namespace. It cannot be deleted again. POST /idnamespace/identities.</summary>
    /// <param name="definition">What to create.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">The service has refused it, for example because the code is taken.</exception>
    public virtual async Task<IdentityNamespace> CreateAsync(
        IdentityNamespaceDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreateNamespaceAsync(definition, cancellationToken).ConfigureAwait(false))
            .Required("POST /idnamespace/identities");
    }

    /// <summary>
    /// The namespace with the definition's code, created when there is none. An existing one is not compared with the definition.
    /// </summary>
    /// <param name="definition">What to find or create.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<IdentityNamespace> GetOrCreateAsync(
        IdentityNamespaceDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return await FindByCodeAsync(definition.Code, cancellationToken).ConfigureAwait(false)
            ?? await CreateAsync(definition, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Replaces name, description and type of one of the organisation's own namespaces. PUT /idnamespace/identities/{id}.
    /// </summary>
    /// <param name="id">Its number.</param>
    /// <param name="definition">What it shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<IdentityNamespace> UpdateAsync(
        long id, IdentityNamespaceDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        IdentityNamespace[] updated = (await _api.UpdateNamespaceAsync(id, definition, cancellationToken).ConfigureAwait(false))
            .Required("PUT /idnamespace/identities/{id}");
        return updated.FirstOrDefault().Required("PUT /idnamespace/identities/{id}");
    }
}
