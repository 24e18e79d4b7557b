using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Flow specifications: kinds of dataflows (Flow Service <c>/flowSpecs</c>).</summary>
public class FlowSpecsClient
{
    private readonly IFlowSpecsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected FlowSpecsClient() => _api = null!;

    internal FlowSpecsClient(IFlowSpecsApi api) => _api = api;

    /// <summary>All that the organisation has (<c>GET /flowSpecs</c>, in one page).</summary>
    /// <param name="filter">Which; by default all.</param>
    public virtual AepPageable<FlowSpec> ListAsync(FlowFilter? filter = null) =>
        FlowPaging.List<FlowSpec>((_, _, cancellationToken) => _api.ListAsync(filter?.Conditions, cancellationToken));

    /// <summary>One, by id; <see cref="FlowSpecIds"/> has the well-known ones.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<FlowSpec> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /flowSpecs/{id}").Single("/flowSpecs", id);
    }

    /// <summary>The specification of this name. Names are the same in every organisation, see <see cref="FlowSpecNames"/>.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepException">There is none: the organisation has no licence for it.</exception>
    public virtual async Task<FlowSpec> GetByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ItemsPage<FlowSpec> page =
            (await _api.ListAsync([$"name=={name}"], cancellationToken).ConfigureAwait(false)).Required("GET /flowSpecs");

        // The filter is only a help: without it the answer would hold every specification.
        return page.Items.FirstOrDefault(spec => spec.Name == name)
            ?? throw new AepException($"There is no flow specification named \"{name}\". The organisation may have no licence for it.");
    }

    /// <summary>Creates a specification of one's own (<c>POST /flowSpecs</c>).</summary>
    /// <param name="definition">What to create.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<FlowSpec> CreateAsync(FlowSpecDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreateAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /flowSpecs");
    }

    /// <summary>Replaces a specification of one's own (<c>PUT /flowSpecs/{id}</c>).</summary>
    /// <param name="id">The id.</param>
    /// <param name="definition">What it becomes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<FlowSpec> UpdateAsync(string id, FlowSpecDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.UpdateAsync(id, definition, cancellationToken).ConfigureAwait(false)).Required("PUT /flowSpecs/{id}");
    }

    /// <summary>Specifications that a query finds (<c>POST /flowSpecs/search</c>, in one page).</summary>
    /// <param name="search">The query.</param>
    public virtual AepPageable<FlowSpec> SearchAsync(FlowSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return FlowPaging.List<FlowSpec>(
            (size, _, cancellationToken) => _api.SearchAsync(search.ToProjectingBody(size), cancellationToken));
    }
}
