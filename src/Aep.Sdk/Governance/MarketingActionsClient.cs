using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>Marketing actions: what data may be used for, and what policies allow or deny.</summary>
public class MarketingActionsClient
{
    private readonly IGovernanceApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected MarketingActionsClient() => _api = null!;

    internal MarketingActionsClient(IGovernanceApi api) => _api = api;

    /// <summary>The marketing actions of a container, page by page. GET /marketingActions/core, GET /marketingActions/custom.</summary>
    /// <param name="container">Adobe's, or the organisation's.</param>
    /// <param name="property">A filter, or null.</param>
    /// <param name="orderBy">A member to sort by, <c>-</c> before it for descending; or null.</param>
    public virtual AepPageable<MarketingAction> ListAsync(GovernanceContainer container, string? property = null, string? orderBy = null) =>
        GovernancePaging.List("GET /marketingActions", (start, size, cancellationToken) =>
            _api.ListMarketingActionsAsync(container, property, orderBy, start, size, cancellationToken));

    /// <summary>A marketing action. GET /marketingActions/{container}/{name}.</summary>
    /// <param name="container">Where it is.</param>
    /// <param name="name">Its name, for example <c>exportToThirdParty</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<MarketingAction> GetAsync(
        GovernanceContainer container, string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return (await _api.GetMarketingActionAsync(container, name, cancellationToken).ConfigureAwait(false))
            .Required("GET /marketingActions/{container}/{name}");
    }

    /// <summary>Creates one of the organisation's own marketing actions, or replaces it. PUT /marketingActions/custom/{name}.</summary>
    /// <param name="name">Name.</param>
    /// <param name="description">Description.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<MarketingAction> CreateOrReplaceAsync(
        string name, string? description = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return (await _api.PutMarketingActionAsync(name, new MarketingActionBody(name, description),
            cancellationToken).ConfigureAwait(false))
            .Required("PUT /marketingActions/custom/{name}");
    }

    /// <summary>Deletes one of the organisation's own marketing actions. DELETE /marketingActions/custom/{name}.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _api.DeleteMarketingActionAsync(name, cancellationToken);
    }
}
