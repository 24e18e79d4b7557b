using Aep.Sdk.Core;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Schemas;

/// <summary>Descriptors: which fields are identities, lead to other schemas, are deprecated.</summary>
public class DescriptorsClient
{
    private const int PageSize = 100;
    private readonly IDescriptorsApi _api;
    private readonly TimeProvider _time;

    /// <summary>For substitutes in tests.</summary>
    protected DescriptorsClient() => (_api, _time) = (null!, null!);

    internal DescriptorsClient(IDescriptorsApi api, TimeProvider time) => (_api, _time) = (api, time);

    /// <summary>All descriptors. GET /{container}/descriptors.</summary>
    /// <param name="filters">Conditions that must all hold, for example on <c>@type</c>.</param>
    /// <param name="container">Where they live; the organisation's own by default.</param>
    public virtual AepPageable<Descriptor> ListAsync(IReadOnlyList<RegistryFilter>? filters = null, XdmContainer? container = null) =>
        Pages(new RegistryQuery { Container = container ?? XdmContainer.Tenant, Filters = filters ?? [] }, _ => true);

    /// <summary>The descriptors of a schema, of all types. GET /tenant/descriptors.</summary>
    /// <param name="schemaId"><c>$id</c> of the schema.</param>
    public virtual AepPageable<Descriptor> ListAsync(string schemaId)
    {
        ArgumentException.ThrowIfNullOrEmpty(schemaId);
        return Pages(
            new RegistryQuery { Filters = [RegistryFilter.Equal("xdm:sourceSchema", schemaId)] },
            descriptor => descriptor.SourceSchema == schemaId);
    }

    /// <summary>The ids of descriptors, without the descriptors. GET /{container}/descriptors.</summary>
    /// <param name="filters">Conditions that must all hold, for example on <c>@type</c>.</param>
    /// <param name="container">Where they live; the organisation's own by default.</param>
    public virtual AepPageable<string> ListIdsAsync(IReadOnlyList<RegistryFilter>? filters = null, XdmContainer? container = null) =>
        Texts(_api.ListIdsAsync, filters, container);

    /// <summary>The addresses of descriptors in the registry, as <c>/tenant/descriptors/{id}</c>. GET /{container}/descriptors.</summary>
    /// <param name="filters">Conditions that must all hold, for example on <c>@type</c>.</param>
    /// <param name="container">Where they live; the organisation's own by default.</param>
    public virtual AepPageable<string> ListPathsAsync(IReadOnlyList<RegistryFilter>? filters = null, XdmContainer? container = null) =>
        Texts(_api.ListLinksAsync, filters, container);

    /// <summary>A descriptor. GET /{container}/descriptors/{id}.</summary>
    /// <exception cref="AepNotFoundException">There is no such descriptor.</exception>
    public virtual async Task<Descriptor> GetAsync(string id, XdmContainer? container = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetAsync((container ?? XdmContainer.Tenant).Value, id, cancellationToken).ConfigureAwait(false))
            .Required("GET /tenant/descriptors/{id}");
    }

    /// <summary>Creates a descriptor, for example an <see cref="IdentityDescriptor"/>. POST /tenant/descriptors.</summary>
    /// <exception cref="ArgumentException">The descriptor is not complete; nothing was sent.</exception>
    /// <exception cref="AepRequestException">The registry refused, for example an unknown field.</exception>
    public virtual async Task<T> CreateAsync<T>(T descriptor, CancellationToken cancellationToken = default)
        where T : Descriptor
    {
        DescriptorCheck.Complete(descriptor);
        Descriptor created =
            (await _api.CreateAsync(descriptor, cancellationToken).ConfigureAwait(false)).Required("POST /tenant/descriptors");
        return descriptor with { Id = created.Id, Metadata = created.Metadata, Additional = created.Additional };
    }

    /// <summary>
    /// The descriptor of this type on these fields, created when there is none. Safe when several processes do it at once.
    /// </summary>
    /// <exception cref="ArgumentException">The descriptor is not complete; nothing was sent.</exception>
    /// <exception cref="AepException">There is one that says something else; the message tells the difference.</exception>
    /// <exception cref="AepRequestException">The registry refused, for example an unknown field.</exception>
    public virtual async Task<T> GetOrCreateAsync<T>(T descriptor, CancellationToken cancellationToken = default)
        where T : Descriptor
    {
        DescriptorCheck.Complete(descriptor);
        T found = await new CreateOnce<T>(_time)
        {
            Find = token => SameAsync(descriptor, token),
            Create = token => CreateAsync(descriptor, token),
            Delete = DeleteAsync,
            Id = one => one.Id ?? "",
            CreatedAt = one => one.CreatedAt?.ToUnixTimeMilliseconds(),
        }.RunAsync(cancellationToken).ConfigureAwait(false);
        DescriptorCheck.Agree(found, descriptor);
        return found;
    }

    /// <summary>Writes a descriptor anew. PUT /tenant/descriptors/{id}.</summary>
    /// <param name="descriptor">All of it, with its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The descriptor is not complete or has no id; nothing was sent.</exception>
    /// <exception cref="AepNotFoundException">There is no such descriptor.</exception>
    public virtual async Task<T> UpdateAsync<T>(T descriptor, CancellationToken cancellationToken = default)
        where T : Descriptor
    {
        DescriptorCheck.Complete(descriptor);
        if (string.IsNullOrEmpty(descriptor.Id))
            throw new ArgumentException("The descriptor has no id: read it first, then change the copy.", nameof(descriptor));
        await _api.ReplaceAsync(descriptor.Id, descriptor, cancellationToken).ConfigureAwait(false);
        return descriptor;
    }

    /// <summary>Deletes a descriptor. DELETE /tenant/descriptors/{id}.</summary>
    /// <exception cref="AepNotFoundException">There is no such descriptor.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteAsync(id, cancellationToken);
    }

    private async Task<IReadOnlyList<T>> SameAsync<T>(T descriptor, CancellationToken cancellationToken)
        where T : Descriptor => await ListAsync(descriptor.SourceSchema).OfType<T>()
            .Where(found => found.Type == descriptor.Type && found.SourceProperties.SequenceEqual(descriptor.SourceProperties))
            .ToListAsync(cancellationToken).ConfigureAwait(false);

    private static AepPageable<string> Texts(
        Func<string, string, string?, int, string[]?, CancellationToken, Task<RegistryPage<string>?>> list,
        IReadOnlyList<RegistryFilter>? filters,
        XdmContainer? container)
    {
        var query = new RegistryQuery { Container = container ?? XdmContainer.Tenant, Filters = filters ?? [] };
        return Pageable.ByToken<string>(async (start, size, cancellationToken) =>
        {
            RegistryPage<string>? answer =
                await list(query.Container.Value, "@id", start, size ?? PageSize, query.Property(), cancellationToken)
                .ConfigureAwait(false);
            RegistryPage<string> page = answer.Required($"GET /{query.Container}/descriptors");
            return new AepPage<string>(page.Results, page.Page?.Next);
        });
    }

    // The registry pages by the property that it sorts by: the id, of which there is one each.
    private AepPageable<Descriptor> Pages(RegistryQuery query, Func<Descriptor, bool> wanted) =>
        Pageable.ByToken<Descriptor>(async (start, size, cancellationToken) =>
    {
        DescriptorPage page =
            (await _api.ListAsync(query.Container.Value, "@id", start, size ?? PageSize, query.Property(), cancellationToken)
            .ConfigureAwait(false)).Required($"GET /{query.Container}/descriptors");
        return new AepPage<Descriptor>([.. page.All().Where(wanted)], page.Page?.Next);
    });
}
