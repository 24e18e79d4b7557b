using Aep.Sdk.Core;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Schemas;

/// <summary>What can be done with every kind of resource of the registry: schemas, classes, field groups, data types.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="TDefinition">What it is created from.</typeparam>
public abstract class RegistryResourceClient<TResource, TDefinition>
    where TResource : XdmResource
    where TDefinition : XdmDefinition
{
    private const int PageSize = 100;
    private readonly RegistryRoutes<TResource> _routes;
    private readonly Func<CancellationToken, Task<string>> _tenantId;
    private readonly TimeProvider _time;

    /// <summary>For substitutes in tests.</summary>
    protected RegistryResourceClient() => (_routes, _tenantId, _time) = (null!, null!, null!);

    private protected RegistryResourceClient(
        RegistryRoutes<TResource> routes, Func<CancellationToken, Task<string>> tenantId, TimeProvider time) =>
        (_routes, _tenantId, _time) = (routes, tenantId, time);

    /// <summary>
    /// The resources, by default those of the organisation in the order of their titles: id, title and version. GET /{container}/{kind}.
    /// </summary>
    /// <param name="query">Which, and in what order.</param>
    public virtual AepPageable<SchemaSummary> ListAsync(RegistryQuery? query = null) => Pages(_routes.List, query ?? new RegistryQuery());

    /// <summary>As <see cref="ListAsync"/>, each resource as a whole, with <c>allOf</c> and <c>$ref</c>. GET /{container}/{kind}.</summary>
    /// <param name="query">Which, and in what order.</param>
    public virtual AepPageable<TResource> ListWholeAsync(RegistryQuery? query = null) =>
        Pages(_routes.ListWhole, query ?? new RegistryQuery());

    /// <summary>A resource as it was made. GET /{container}/{kind}/{id}.</summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>. Ids of Adobe's namespaces are looked up in the global container.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such resource.</exception>
    public virtual Task<TResource> GetAsync(string id, CancellationToken cancellationToken = default) =>
        GetAsync(id, XdmFormat.Raw, null, cancellationToken);

    /// <summary>A resource in a form of choice. GET /{container}/{kind}/{id}.</summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="format">The form.</param>
    /// <param name="container">Where it lives; null to tell it from the id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such resource.</exception>
    /// <exception cref="AepRequestException">The registry does not know the form.</exception>
    public virtual async Task<TResource> GetAsync(
        string id, XdmFormat format, XdmContainer? container = null, CancellationToken cancellationToken = default)
    {
        string place = (container ?? XdmContainer.OfId(id)).Value;
        return (await _routes.Get(place, id, format.Accept, cancellationToken).ConfigureAwait(false)).Required(
            $"GET /{place}/{_routes.Kind}/{{id}}");
    }

    /// <summary>Creates a resource, whether or not one with this title exists. POST /tenant/{kind}.</summary>
    /// <exception cref="ArgumentException">The definition is not complete; nothing was changed.</exception>
    /// <exception cref="AepRequestException">The registry refused, for example an unknown part.</exception>
    public virtual async Task<TResource> CreateAsync(TDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        string tenantId = await TenantIdAsync(definition, cancellationToken).ConfigureAwait(false);
        return (await _routes.Create(definition.ToBody(tenantId), cancellationToken).ConfigureAwait(false))
            .Required($"POST /tenant/{_routes.Kind}");
    }

    /// <summary>
    /// The resource with the definition's title, created when there is none. Safe when several processes do it at once: all get the same
    /// one, and what one has created too late is removed again.
    /// </summary>
    /// <exception cref="ArgumentException">The definition is not complete; nothing was changed.</exception>
    /// <exception cref="AepRequestException">The registry refused.</exception>
    public virtual Task<TResource> GetOrCreateAsync(TDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new CreateOnce<TResource>(_time)
        {
            Find = token => FindByTitleAsync(definition.Title, token),
            Create = token => CreateAsync(definition, token),
            Delete = DeleteAsync,
            Id = resource => resource.Id,
            CreatedAt = resource => resource.Metadata?.CreatedAt?.ToUnixTimeMilliseconds(),
        }.RunAsync(cancellationToken);
    }

    /// <summary>The organisation's resources with exactly this title, each as a whole. GET /tenant/{kind}.</summary>
    public virtual async Task<IReadOnlyList<TResource>> FindByTitleAsync(string title, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        // A comma would begin another condition; then all are listed.
        RegistryQuery query = title.Contains(',', StringComparison.Ordinal) ? new RegistryQuery() : RegistryQuery.WithTitle(title);
        return await ListWholeAsync(query).Where(found => found.Title == title).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a resource anew. PUT /tenant/{kind}/{id}.</summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="definition">All of it, as for creating it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepRequestException">The registry refused: what is in use takes additions only.</exception>
    public virtual async Task<TResource> ReplaceAsync(string id, TDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(definition);
        string tenantId = await TenantIdAsync(definition, cancellationToken).ConfigureAwait(false);
        return (await _routes.Replace(id, definition.ToBody(tenantId), cancellationToken).ConfigureAwait(false)).Required(
            $"PUT /tenant/{_routes.Kind}/{{id}}");
    }

    /// <summary>Changes parts of a resource, all or none. PATCH /tenant/{kind}/{id}.</summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="patch">The steps.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">A step is not complete; nothing was sent.</exception>
    /// <exception cref="AepRequestException">The registry refused: what is in use takes additions only.</exception>
    public virtual async Task<TResource> PatchAsync(
        string id, IReadOnlyList<JsonPatchOperation> patch, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        PatchCheck.Steps(patch);
        return (await _routes.Patch(id, [.. patch], cancellationToken).ConfigureAwait(false)).Required(
            $"PATCH /tenant/{_routes.Kind}/{{id}}");
    }

    /// <summary>
    /// Marks a field of the organisation's own as deprecated: user interfaces hide it, data may still have it. Does nothing when it is so
    /// already. PATCH /tenant/{kind}/{id}.
    /// </summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="path">The field, with dots or slashes: <c>_acme.plan</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepException">The resource itself has no such field.</exception>
    public virtual async Task<TResource> DeprecateFieldAsync(string id, string path, CancellationToken cancellationToken = default)
    {
        TResource resource = await GetAsync(id, cancellationToken).ConfigureAwait(false);
        XdmField field = XdmFieldTree.Parse(resource.ToJson()).Find(path)
            ?? throw new AepException(
                $"'{resource.Title}' defines no field {path}: deprecate it in the resource that does, or in a schema.");
        return field.IsDeprecated
            ? resource
            : await PatchAsync(id, [JsonPatchOperation.Add($"{field.Location}/meta:status", "deprecated")], cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>Deletes a resource. DELETE /tenant/{kind}/{id}.</summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such resource.</exception>
    /// <exception cref="AepRequestException">The registry refused: something uses it.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _routes.Delete(id, cancellationToken);
    }

    private Task<string> TenantIdAsync(TDefinition definition, CancellationToken cancellationToken) =>
        definition.HasCustomFields ? _tenantId(cancellationToken) : Task.FromResult("");

    private AepPageable<T> Pages<T>(RegistryRoutes<TResource>.Listing<T> list, RegistryQuery query) =>
        Pageable.ByToken<T>(async (start, size, cancellationToken) =>
    {
        RegistryPage<T> page =
            (await list(query.Container.Value, query.OrderBy, start, size ?? PageSize, query.Property(), cancellationToken)
            .ConfigureAwait(false)).Required($"GET /{query.Container}/{_routes.Kind}");
        return new AepPage<T>(page.Results, page.Page?.Next);
    });
}
