using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Connection specifications (Flow Service <c>/connectionSpecs</c>).</summary>
public class ConnectionSpecsClient
{
    private readonly IFlowConnectionsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ConnectionSpecsClient() => _api = null!;

    internal ConnectionSpecsClient(IFlowConnectionsApi api) => _api = api;

    /// <summary>The specification of this name. Names are the same in every organisation, see <see cref="ConnectionSpecNames"/>.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepException">There is none: the organisation has no licence for it.</exception>
    public virtual async Task<ConnectionSpec> GetByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ItemsPage<ConnectionSpec> page = (await _api.ListConnectionSpecsAsync($"name=={name}", cancellationToken).ConfigureAwait(false)).Required("GET /connectionSpecs");

        // The filter is only a help: without it the answer would hold every specification.
        return page.Items.FirstOrDefault(spec => spec.Name == name)
            ?? throw new AepException($"There is no connection specification named \"{name}\". The organisation may have no licence for it.");
    }
}
