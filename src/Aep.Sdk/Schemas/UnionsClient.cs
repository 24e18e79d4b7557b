using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Schemas;

/// <summary>
/// Unions: the fields of all schemas of one class that are enabled for Real-Time Customer Profile. The registry makes them.
/// </summary>
public class UnionsClient
{
    private const int PageSize = 100;
    private readonly IRegistryApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected UnionsClient() => _api = null!;

    internal UnionsClient(IRegistryApi api) => _api = api;

    /// <summary>The unions. GET /tenant/unions.</summary>
    /// <param name="query">Which, and in what order; the container is always the organisation's.</param>
    public virtual AepPageable<SchemaSummary> ListAsync(RegistryQuery? query = null) =>
        Pageable.ByToken<SchemaSummary>(async (start, size, cancellationToken) =>
    {
        RegistryQuery asked = query ?? new RegistryQuery();
        RegistryPage<SchemaSummary> page =
            (await _api.ListUnionsAsync(asked.OrderBy, start, size ?? PageSize, asked.Property(), cancellationToken)
            .ConfigureAwait(false)).Required("GET /tenant/unions");
        return new AepPage<SchemaSummary>(page.Results, page.Page?.Next);
    });

    /// <summary>A union. GET /tenant/unions/{id}.</summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c> of the union: <c>_xdm.context.profile__union</c>.</param>
    /// <param name="format">The form; with all fields by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such union: no schema of the class is enabled.</exception>
    public virtual async Task<UnionSchema> GetAsync(string id, XdmFormat? format = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetUnionAsync(id, (format ?? XdmFormat.Full).Accept, cancellationToken).ConfigureAwait(false))
            .Required("GET /tenant/unions/{id}");
    }

    /// <summary>The fields of the union of a class. GET /tenant/unions/{id}.</summary>
    /// <param name="classId">The class, see <see cref="XdmClasses"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">No schema of the class is enabled.</exception>
    public virtual async Task<XdmFieldTree> GetFieldsAsync(string classId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(classId);
        UnionSchema union = await GetAsync($"{classId}__union", XdmFormat.Full, cancellationToken).ConfigureAwait(false);
        return XdmFieldTree.Parse(union.ToJson());
    }
}
