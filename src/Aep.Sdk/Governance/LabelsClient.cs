using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>Data usage labels: what may be put on datasets and fields. Which labels a dataset has is with the datasets.</summary>
public class LabelsClient
{
    private const string CustomCategory = "Custom";
    private readonly IGovernanceApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected LabelsClient() => _api = null!;

    internal LabelsClient(IGovernanceApi api) => _api = api;

    /// <summary>The labels of a container, page by page. GET /labels/core, GET /labels/custom.</summary>
    /// <param name="container">Adobe's labels, or the organisation's.</param>
    /// <param name="property">A filter such as <c>category==Contract</c>, or null.</param>
    /// <param name="orderBy">A member to sort by, <c>-</c> before it for descending; or null.</param>
    public virtual AepPageable<DataUsageLabel> ListAsync(GovernanceContainer container, string? property = null, string? orderBy = null) =>
        GovernancePaging.List("GET /labels", (start, size, cancellationToken) =>
            _api.ListLabelsAsync(container, property, orderBy, start, size, cancellationToken));

    /// <summary>A label. GET /labels/{container}/{name}.</summary>
    /// <param name="container">Where it is.</param>
    /// <param name="name">Its name, for example <c>C9</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<DataUsageLabel> GetAsync(
        GovernanceContainer container, string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return (await _api.GetLabelAsync(container, name, cancellationToken).ConfigureAwait(false))
            .Required("GET /labels/{container}/{name}");
    }

    /// <summary>Creates one of the organisation's own labels, or replaces it. It cannot be deleted. PUT /labels/custom/{name}.</summary>
    /// <param name="name">Name; what datasets are labelled with.</param>
    /// <param name="friendlyName">Name for people.</param>
    /// <param name="description">Description.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<DataUsageLabel> CreateOrReplaceAsync(
        string name, string friendlyName, string? description = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return (await _api.PutLabelAsync(name, new LabelBody(name, CustomCategory, friendlyName, description),
            cancellationToken).ConfigureAwait(false))
            .Required("PUT /labels/custom/{name}");
    }
}
