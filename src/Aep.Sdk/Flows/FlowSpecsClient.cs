using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Flow specifications (Flow Service <c>/flowSpecs</c>).</summary>
public class FlowSpecsClient
{
    private readonly IFlowConnectionsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected FlowSpecsClient() => _api = null!;

    internal FlowSpecsClient(IFlowConnectionsApi api) => _api = api;

    /// <summary>The specification of this name. Names are the same in every organisation, see <see cref="FlowSpecNames"/>.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepException">There is none: the organisation has no licence for it.</exception>
    public virtual async Task<FlowSpec> GetByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ItemsPage<FlowSpec> page = (await _api.ListFlowSpecsAsync($"name=={name}", cancellationToken).ConfigureAwait(false)).Required("GET /flowSpecs");

        // The filter is only a help: without it the answer would hold every specification.
        return page.Items.FirstOrDefault(spec => spec.Name == name)
            ?? throw new AepException($"There is no flow specification named \"{name}\". The organisation may have no licence for it.");
    }
}
