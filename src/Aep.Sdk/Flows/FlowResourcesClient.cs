using Aep.Sdk.Core;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>What one can do with every kind of resource of Flow Service: base, source and target connections, and dataflows.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="TDefinition">What creates it.</typeparam>
public abstract class FlowResourcesClient<TResource, TDefinition>
    where TResource : class, IFlowResource
    where TDefinition : class, IFlowResourceDefinition
{
    private readonly FlowResourceRoutes<TResource, TDefinition> _routes;
    private readonly TimeProvider _time;

    /// <summary>For substitutes in tests.</summary>
    protected FlowResourcesClient() => (_routes, _time) = (null!, null!);

    internal FlowResourcesClient(FlowResourceRoutes<TResource, TDefinition> routes, TimeProvider time) =>
        (_routes, _time) = (routes, time);

    /// <summary>All of the sandbox, page by page.</summary>
    /// <param name="filter">Which, and in which order; by default all.</param>
    public virtual AepPageable<TResource> ListAsync(FlowFilter? filter = null) => FlowPaging.List(_routes.List, filter);

    /// <summary>One, by id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<TResource> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ItemsPage<TResource> page = (await _routes.Get(id, cancellationToken).ConfigureAwait(false)).Required($"GET {_routes.Path}/{{id}}");
        return page.Single(_routes.Path, id);
    }

    /// <summary>The one with this name, of several the oldest, or null.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<TResource?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        List<TResource> all = await AllByName(name).ToListAsync(cancellationToken).ConfigureAwait(false);
        return Oldest.Of(all, item => item.CreatedAt, item => item.Id);
    }

    /// <summary>Creates one. Returns its id.</summary>
    /// <param name="definition">What to create.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<string> CreateAsync(TDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        string operation = $"POST {_routes.Path}";
        ResourceReference created = (await _routes.Create(definition, cancellationToken).ConfigureAwait(false)).Required(operation);
        return created.Id.Required(operation);
    }

    /// <summary>
    /// The id of the one with the definition's name, created if there is none. An existing one is not compared with the definition. A
    /// creation without an answer is looked for before it counts as failed. Of several that are created at the same moment the oldest
    /// stays; whoever made a later one removes it.
    /// </summary>
    /// <param name="definition">What to find or create.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="AepRequestException">Flow Service refused.</exception>
    public virtual async Task<string> GetOrCreateAsync(TDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Made made = await new CreateOnce<Made>(_time)
        {
            Find = async token => await AllByName(definition.Name).Select(item => new Made(item.Id, item.CreatedAt)).ToListAsync(token)
                .ConfigureAwait(false),
            Create = async token => new Made(await CreateAsync(definition, token).ConfigureAwait(false), null),
            Delete = DeleteAsync,
            Id = one => one.Id,
            CreatedAt = one => one.CreatedAt,
        }.RunAsync(cancellationToken).ConfigureAwait(false);
        return made.Id;
    }

    /// <summary>Changes one as it was read (<c>PATCH</c> with <c>If-Match</c>). Returns its new version.</summary>
    /// <param name="resource">As it was read: the change is refused if it is no longer like that.</param>
    /// <param name="operations">The changes, applied together or not at all.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepConflictException">It was changed since it was read; has both versions.</exception>
    public virtual async Task<string?> UpdateAsync(
        TResource resource, IEnumerable<JsonPatchOperation> operations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(operations);
        string version = resource.Etag
            ?? throw new ArgumentException(
                $"{_routes.Path}/{resource.Id} has no version (etag). Read it with GetAsync before you change it.", nameof(resource));
        try
        {
            Task<ResourceReference?> update = _routes.Update(resource.Id, version, [.. operations], cancellationToken);
            return (await update.ConfigureAwait(false)).Required($"PATCH {_routes.Path}/{{id}}").Etag;
        }
        catch (AepConflictException conflict)
        {
            throw conflict.Between(version, await CurrentVersionAsync(resource.Id, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Deletes one; what it refers to stays.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _routes.Delete(id, cancellationToken);
    }

    private async Task<string?> CurrentVersionAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return (await GetAsync(id, cancellationToken).ConfigureAwait(false)).Etag;
        }
        catch (AepRequestException)
        {
            return null; // the conflict is the news: it is reported with or without the current version
        }
    }

    // Compared here, not by a filter: what looks missing would be created a second time.
    private IAsyncEnumerable<TResource> AllByName(string name) => ListAsync().Where(item => item.Name == name);

    // Of a creation the service says the id alone.
    private sealed record Made(string Id, long? CreatedAt);
}
