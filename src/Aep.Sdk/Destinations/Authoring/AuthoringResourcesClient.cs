using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>What one can do with every kind of resource of the Destination SDK.</summary>
/// <typeparam name="T">The resource.</typeparam>
public abstract class AuthoringResourcesClient<T>
    where T : class, IAuthoringResource
{
    private static readonly string[] OwnedByTheService =
        ["instanceId", "createdDate", "lastModifiedDate", "imsOrg", "sandboxName", "sandboxId", "destConfigId"];

    private readonly AuthoringRoutes<T> _routes;

    /// <summary>For substitutes in tests.</summary>
    protected AuthoringResourcesClient() => _routes = null!;

    internal AuthoringResourcesClient(AuthoringRoutes<T> routes) => _routes = routes;

    /// <summary>All of them; the service has one page.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<T>> GetAllAsync(CancellationToken cancellationToken = default) =>
        AuthoringAnswer.All(await _routes.List(cancellationToken).ConfigureAwait(false), _routes.Type);

    /// <summary>One, by id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<T> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return AuthoringAnswer.One(await _routes.Get(id, cancellationToken).ConfigureAwait(false), _routes.Type, $"{_routes.Path}/{id}");
    }

    /// <summary>Creates one.</summary>
    /// <param name="resource">What to create.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>It with its id.</returns>
    public virtual async Task<T> CreateAsync(T resource, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return AuthoringAnswer.One(
            await _routes.Create(Body(resource), cancellationToken).ConfigureAwait(false), _routes.Type, _routes.Path);
    }

    /// <summary>Replaces one: <c>client.UpdateAsync(resource with { … })</c>.</summary>
    /// <param name="resource">What it becomes, with its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">It has no id.</exception>
    /// <exception cref="AepNotFoundException">There is none with this id.</exception>
    public virtual async Task<T> UpdateAsync(T resource, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        string id = resource.InstanceId
            ?? throw new ArgumentException("It has no id: create it, or read it before you change it.", nameof(resource));
        return AuthoringAnswer.One(
            await _routes.Update(id, Body(resource), cancellationToken).ConfigureAwait(false), _routes.Type, $"{_routes.Path}/{id}");
    }

    /// <summary>Deletes one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _routes.Delete(id, cancellationToken);
    }

    // What the service writes itself is not part of the body.
    private JsonObject Body(T resource)
    {
        JsonObject body = JsonSerializer.SerializeToNode(resource, _routes.Type)!.AsObject();
        foreach (string name in OwnedByTheService) body.Remove(name);
        return body;
    }
}
