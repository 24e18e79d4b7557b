using System.Globalization;
using System.Text.Json;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Flows;

/// <summary>Connection specifications: kinds of systems to connect to (Flow Service <c>/connectionSpecs</c>).</summary>
public class ConnectionSpecsClient
{
    private const int PageSize = 100;

    private readonly IConnectionSpecsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ConnectionSpecsClient() => _api = null!;

    internal ConnectionSpecsClient(IConnectionSpecsApi api) => _api = api;

    /// <summary>All that the organisation has (<c>GET /connectionSpecs</c>, in one page).</summary>
    /// <param name="filter">Which; by default all.</param>
    public virtual AepPageable<ConnectionSpec> ListAsync(FlowFilter? filter = null) =>
        FlowPaging.List<ConnectionSpec>((_, _, cancellationToken) => _api.ListAsync(filter?.Conditions, cancellationToken));

    /// <summary>One, by id; <see cref="ConnectionSpecIds"/> has the well-known ones.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<ConnectionSpec> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /connectionSpecs/{id}")
            .Single("/connectionSpecs", id);
    }

    /// <summary>The specification of this name. Names are the same in every organisation, see <see cref="ConnectionSpecNames"/>.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepException">There is none: the organisation has no licence for it.</exception>
    public virtual async Task<ConnectionSpec> GetByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ItemsPage<ConnectionSpec> page =
            (await _api.ListAsync([$"name=={name}"], cancellationToken).ConfigureAwait(false)).Required("GET /connectionSpecs");

        // The filter is only a help: without it the answer would hold every specification.
        return page.Items.FirstOrDefault(spec => spec.Name == name)
            ?? throw new AepException(
                $"There is no connection specification named \"{name}\". The organisation may have no licence for it.");
    }

    /// <summary>Creates a specification of one's own (<c>POST /connectionSpecs</c>).</summary>
    /// <param name="definition">What to create.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<ConnectionSpec> CreateAsync(
        ConnectionSpecDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreateAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /connectionSpecs");
    }

    /// <summary>Replaces a specification of one's own (<c>PUT /connectionSpecs/{id}</c>).</summary>
    /// <param name="id">The id.</param>
    /// <param name="definition">What it becomes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<ConnectionSpec> UpdateAsync(
        string id, ConnectionSpecDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.UpdateAsync(id, definition, cancellationToken).ConfigureAwait(false)).Required("PUT /connectionSpecs/{id}");
    }

    /// <summary>
    /// What lies at the place that a specification stands for, such as the Data Landing Zone (<c>GET /connectionSpecs/{id}/explore</c>).
    /// </summary>
    /// <param name="id">The id, for example <see cref="ConnectionSpecIds.DataLandingZoneSource"/>.</param>
    /// <param name="folder">The folder; null for the root.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<ConnectionItem>> ExploreAsync(
        string id, string? folder = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        JsonElement answer =
            await _api.ExploreAsync(id, folder is null ? "root" : "folder", folder, cancellationToken).ConfigureAwait(false);
        return FlowItems.Read(answer, FlowsJson.Default.IReadOnlyListConnectionItem);
    }

    /// <summary>What can be chosen for the properties of a connection of this kind (<c>GET /connectionSpecs/{id}/configs</c>).</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<ConfigItem>> GetConfigsAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        JsonElement answer = await _api.GetConfigsAsync(id, null, null, null, null, cancellationToken).ConfigureAwait(false);
        return FlowItems.Read(answer, FlowsJson.Default.IReadOnlyListConfigItem);
    }

    /// <summary>Datasets that can be exported (<c>GET /connectionSpecs/{id}/configs</c> of the data lake), page by page.</summary>
    public virtual AepPageable<ExportableDataset> ListExportableDatasetsAsync() =>
        Pageable.ByToken<ExportableDataset>(async (token, size, cancellationToken) =>
    {
        int start = token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
        JsonElement answer = await _api.GetConfigsAsync(
            ConnectionSpecIds.ActivationDataLake, "activationDatasets", "datasets", start, size ?? PageSize, cancellationToken)
                .ConfigureAwait(false);
        IReadOnlyList<ExportableDataset> items = FlowItems.Read(answer, FlowsJson.Default.IReadOnlyListExportableDataset);
        bool more = items.Count > 0 && FlowItems.HasNext(answer);
        return new AepPage<ExportableDataset>(items, more ? (start + items.Count).ToString(CultureInfo.InvariantCulture) : null);
    });
}
