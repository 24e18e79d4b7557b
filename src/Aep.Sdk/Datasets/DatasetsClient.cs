using System.Text.Json.Nodes;
using Aep.Sdk.Core;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Datasets;

/// <summary>Catalog Service: datasets and their batches.</summary>
public class DatasetsClient
{
    private const int PageSize = 100;
    private readonly ICatalogApi _api;
    private readonly DatasetUseSearch _uses;
    private readonly TimeProvider _time;

    internal DatasetsClient(AepPipeline pipeline, params IReadOnlyList<IDatasetUses> uses)
    {
        _api = pipeline.Api(DatasetsJson.Default, RefitStubs.CatalogApi);
        Batches = new BatchesClient(_api, pipeline.Options);
        Files = new DatasetFilesClient(pipeline);
        IDatasetLabelsApi labels = pipeline.Api(DatasetsJson.Default, RefitStubs.DatasetLabelsApi);
        Labels = new DatasetLabelsClient(labels, this, () => new ColumnLabels(new SchemasClient(pipeline), labels));
        Expirations = new ExpirationsClient(pipeline.Api(DatasetsJson.Default, RefitStubs.ExpirationsApi));
        Retention = new RetentionClient(_api, this);
        Objects = new CatalogObjectsClient(pipeline.Api(DatasetsJson.Default, RefitStubs.CatalogObjectsApi));
        _uses = new DatasetUseSearch(uses);
        _time = pipeline.Options.TimeProvider;
    }

    /// <summary>For substitutes in tests.</summary>
    protected DatasetsClient()
    {
        _api = null!;
        Batches = null!;
        Files = null!;
        Labels = null!;
        Expirations = null!;
        Retention = null!;
        Objects = null!;
        _uses = null!;
        _time = null!;
    }

    /// <summary>Batches.</summary>
    public virtual BatchesClient Batches { get; }

    /// <summary>Files of batches, to list and to download.</summary>
    public virtual DatasetFilesClient Files { get; }

    /// <summary>Data usage labels of datasets and their fields.</summary>
    public virtual DatasetLabelsClient Labels { get; }

    /// <summary>Dates on which datasets are deleted.</summary>
    public virtual ExpirationsClient Expirations { get; }

    /// <summary>How long rows are kept in datasets.</summary>
    public virtual RetentionClient Retention { get; }

    /// <summary>The catalog beyond datasets and batches.</summary>
    public virtual CatalogObjectsClient Objects { get; }

    /// <summary>The datasets of the sandbox, oldest first. GET /dataSets.</summary>
    public virtual AepPageable<Dataset> ListAsync() => ListAsync(new DatasetQuery());

    /// <summary>The datasets that a query selects. GET /dataSets.</summary>
    public virtual AepPageable<Dataset> ListAsync(DatasetQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Pageable.ByOffset(PageSize, async (offset, limit, cancellationToken) =>
        {
            Dictionary<string, Dataset> page = (await _api.ListDatasetsAsync(
                Math.Min(limit, PageSize), offset, query.PlainName, query.Conditions, query.TagsText, query.OrderBy, cancellationToken)
                .ConfigureAwait(false)).Required("GET /dataSets");
            return (IReadOnlyList<Dataset>)[.. page.Select(entry => entry.Value with { Id = entry.Key })];
        });
    }

    /// <summary>A dataset. GET /dataSets/{id}.</summary>
    /// <exception cref="AepNotFoundException">There is no such dataset.</exception>
    public virtual async Task<Dataset> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        Dictionary<string, Dataset>? answer = await _api.GetDatasetAsync(id, cancellationToken).ConfigureAwait(false);
        return answer.Required("GET /dataSets/{id}").TryGetValue(id, out Dataset? dataset)
            ? dataset with { Id = id }
            : throw new AepException($"GET /dataSets/{id} answered without that dataset.");
    }

    /// <summary>The dataset with this name, of several the oldest, or null. GET /dataSets?name=.</summary>
    public virtual async Task<Dataset?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Dataset> all = await AllByNameAsync(name, cancellationToken).ConfigureAwait(false);
        return Oldest.Of(all, dataset => dataset.Created, dataset => dataset.Id);
    }

    /// <summary>Creates a dataset, whether or not one with this name exists. POST /dataSets.</summary>
    /// <exception cref="AepRequestException">Catalog refused, for example an unknown schema.</exception>
    public virtual async Task<Dataset> CreateAsync(DatasetDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        IReadOnlyList<string>? created =
            await _api.CreateDatasetAsync(DatasetBody.From(definition), cancellationToken).ConfigureAwait(false);
        return await GetAsync(CatalogReference.Id(created, "dataSets"), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether Catalog would create a dataset; none is. POST /dataSets with <c>Pragma: validate-only</c>.
    /// </summary>
    /// <exception cref="AepRequestException">It would not; says why.</exception>
    public virtual Task ValidateAsync(DatasetDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return _api.ValidateDatasetAsync(DatasetBody.From(definition), cancellationToken);
    }

    /// <summary>
    /// Whether Catalog would write a dataset anew; it stays as it is. GET, then PUT /dataSets/{id} with <c>Pragma: validate-only</c>.
    /// </summary>
    /// <exception cref="AepRequestException">It would not; says why.</exception>
    public virtual async Task ValidateAsync(string id, DatasetDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Dataset present = await GetAsync(id, cancellationToken).ConfigureAwait(false);
        await _api.ValidateDatasetAsync(id, DatasetBody.From(definition).KeepingTagsOf(present), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The dataset with the definition's name, created when there is none; enabled for Profile and Identity Service when the definition
    /// says so. A creation without an answer is looked for before it counts as failed. Of several that are created at the same moment the
    /// oldest stays; whoever made a later one removes it.
    /// </summary>
    /// <exception cref="AepException">A dataset of this name has another schema.</exception>
    public virtual async Task<Dataset> GetOrCreateAsync(DatasetDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Dataset existing = await CreateOnceAsync(definition, cancellationToken).ConfigureAwait(false);
        if (existing.SchemaRef is { } schema && schema.Id != definition.SchemaId)
        {
            throw new AepException(
                $"The dataset {existing.Id} ({existing.Name}) has the schema {schema.Id}, not {definition.SchemaId}. "
                + "Use another name: a dataset keeps its schema.");
        }
        JsonPatchOperation[] patch = [.. Enabling(
            definition.ProfileEnabled && !existing.IsEnabledForProfile, definition.FeedsIdentities && !existing.IsEnabledForIdentity)];
        return patch.Length == 0 ? existing : await UpdateAsync(existing.Id, patch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes a dataset. PATCH /dataSets/{id}.</summary>
    /// <param name="id">The dataset.</param>
    /// <param name="changes">The changes, applied together or not at all.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The dataset as it is then.</returns>
    /// <exception cref="AepRequestException">Catalog refused.</exception>
    public virtual async Task<Dataset> UpdateAsync(
        string id, IEnumerable<JsonPatchOperation> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await _api.PatchDatasetAsync(id, [.. changes], cancellationToken).ConfigureAwait(false);
        return await GetAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Merges attributes into a dataset, also deep inside of it. PATCH /v2/dataSets/{id}.</summary>
    /// <param name="id">The dataset.</param>
    /// <param name="changes">What changes.</param>
    /// <param name="ifVersion">
    /// <see cref="Dataset.Version"/> as it was read: when it is another by now, nothing is changed. Null to change it whatever it is.
    /// </param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The dataset as it is then.</returns>
    /// <exception cref="AepConflictException">Somebody else was faster.</exception>
    public virtual async Task<Dataset> UpdateAsync(
        string id, DatasetChanges changes, string? ifVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await _api.MergeDatasetAsync(id, ifVersion, changes, cancellationToken).ConfigureAwait(false);
        return await GetAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes a dataset anew: what the definition does not say is gone, except for the tags that are Adobe's own, such as the name of its
    /// table. GET, then PUT /dataSets/{id}.
    /// </summary>
    /// <returns>The dataset as it is then.</returns>
    /// <exception cref="AepConflictException">Somebody else has changed it at the same moment; nothing was written.</exception>
    /// <exception cref="AepRequestException">Catalog refused: a dataset keeps its schema.</exception>
    public virtual async Task<Dataset> ReplaceAsync(string id, DatasetDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Dataset present = await GetAsync(id, cancellationToken).ConfigureAwait(false);
        DatasetBody body = DatasetBody.From(definition).KeepingTagsOf(present);
        await _api.ReplaceDatasetAsync(id, present.Version, body, cancellationToken).ConfigureAwait(false);
        return await GetAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Feeds the dataset's rows to Real-Time Customer Profile, and their identities to Identity Service. PATCH /dataSets/{id}.
    /// </summary>
    /// <exception cref="AepRequestException">Catalog refused: the schema is not enabled for Profile.</exception>
    public virtual async Task EnableForProfileAsync(string id, CancellationToken cancellationToken = default) =>
        await _api.PatchDatasetAsync(id, [.. Enabling(profile: true, identity: true)], cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// What depends on a dataset, as far as this client can see: dataflows and connections that read or write it, Real-Time Customer
    /// Profile, queries that run by schedule. GET /dataSets/{id}, GET /flowservice/flows, /sourceConnections and /targetConnections, GET
    /// /schedules.
    /// </summary>
    /// <exception cref="AepNotFoundException">There is no such dataset.</exception>
    public virtual async Task<DatasetDependents> GetDependentsAsync(string id, CancellationToken cancellationToken = default) =>
        await _uses.FindAsync(await GetAsync(id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Deletes a dataset and its rows, if nothing depends on it. See <see cref="GetDependentsAsync"/>. DELETE /dataSets/{id}.
    /// </summary>
    /// <exception cref="DatasetInUseException">Something depends on it; has the list. Nothing was deleted.</exception>
    /// <exception cref="AepNotFoundException">There is no such dataset.</exception>
    public virtual async Task DeleteUnusedAsync(string id, CancellationToken cancellationToken = default)
    {
        DatasetDependents dependents = await GetDependentsAsync(id, cancellationToken).ConfigureAwait(false);
        if (dependents.Uses.Count > 0)
            throw new DatasetInUseException(id, dependents.Uses);
        await DeleteAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a dataset and its rows, whatever depends on it. DELETE /dataSets/{id}.</summary>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        _api.DeleteDatasetAsync(id, cancellationToken);

    private static IEnumerable<JsonPatchOperation> Enabling(bool profile, bool identity)
    {
        if (profile)
            yield return JsonPatchOperation.Add($"/tags/{Dataset.ProfileTag}", new JsonArray(Dataset.Enabled));
        if (identity)
            yield return JsonPatchOperation.Add($"/tags/{Dataset.IdentityTag}", new JsonArray(Dataset.Enabled));
    }

    private Task<Dataset> CreateOnceAsync(DatasetDefinition definition, CancellationToken cancellationToken) =>
        new CreateOnce<Dataset>(_time)
        {
            Find = token => AllByNameAsync(definition.Name, token),
            Create = token => CreateAsync(definition, token),
            Delete = DeleteAsync,
            Id = dataset => dataset.Id,
            CreatedAt = dataset => dataset.Created,
        }.RunAsync(cancellationToken);

    private async Task<IReadOnlyList<Dataset>> AllByNameAsync(string name, CancellationToken cancellationToken) =>
        await ListAsync(new DatasetQuery { Name = name }).Where(dataset => dataset.Name == name).ToListAsync(cancellationToken)
            .ConfigureAwait(false);
}
