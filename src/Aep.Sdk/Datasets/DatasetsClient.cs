using System.Text.Json.Nodes;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Datasets;

/// <summary>Catalog Service: datasets and their batches.</summary>
public class DatasetsClient
{
    private const int PageSize = 100;
    private const string Prefix = "@/dataSets/";
    private readonly ICatalogApi _api;

    internal DatasetsClient(AepPipeline pipeline)
    {
        _api = pipeline.Api<ICatalogApi>(DatasetsJson.Default);
        Batches = new BatchesClient(_api, pipeline.Options);
        Files = new DatasetFilesClient(pipeline);
        Labels = new DatasetLabelsClient(pipeline, this);
    }

    /// <summary>For substitutes in tests.</summary>
    protected DatasetsClient()
    {
        _api = null!;
        Batches = null!;
        Files = null!;
        Labels = null!;
    }

    /// <summary>Batches.</summary>
    public virtual BatchesClient Batches { get; }

    /// <summary>Files of batches, to list and to download.</summary>
    public virtual DatasetFilesClient Files { get; }

    /// <summary>Data usage labels of datasets and their fields.</summary>
    public virtual DatasetLabelsClient Labels { get; }

    /// <summary>The datasets of the sandbox. GET /dataSets.</summary>
    public virtual AepPageable<Dataset> ListAsync() => ListAsync(null);

    /// <summary>A dataset. GET /dataSets/{id}.</summary>
    /// <exception cref="AepNotFoundException">There is no such dataset.</exception>
    public virtual async Task<Dataset> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        Dictionary<string, Dataset> found = (await _api.GetDatasetAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /dataSets/{id}");
        return found.TryGetValue(id, out Dataset? dataset) ? dataset with { Id = id } : throw new AepException($"GET /dataSets/{id} answered without that dataset.");
    }

    /// <summary>The dataset with this name, or null. GET /dataSets?name=.</summary>
    public virtual async Task<Dataset?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        await ListAsync(name).FirstOrDefaultAsync(dataset => dataset.Name == name, cancellationToken).ConfigureAwait(false);

    /// <summary>Creates a dataset, whether or not one with this name exists. POST /dataSets.</summary>
    /// <exception cref="AepRequestException">Catalog refused, for example an unknown schema.</exception>
    public virtual async Task<Dataset> CreateAsync(DatasetDefinition definition, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string> created = (await _api.CreateDatasetAsync(DatasetBody.From(definition), cancellationToken).ConfigureAwait(false)).Required("POST /dataSets");
        if (created is not [{ } reference] || !reference.StartsWith(Prefix, StringComparison.Ordinal))
            throw new AepException($"POST /dataSets answered '{string.Join(", ", created)}' where one reference {Prefix}… was expected.");
        string id = reference[Prefix.Length..];
        if (definition.ProfileEnabled)
            await EnableForProfileAsync(id, cancellationToken).ConfigureAwait(false);
        return await GetAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The dataset with the definition's name, created when there is none; enabled for Profile when the definition says so.</summary>
    public virtual async Task<Dataset> GetOrCreateAsync(DatasetDefinition definition, CancellationToken cancellationToken = default)
    {
        Dataset? existing = await FindByNameAsync(definition.Name, cancellationToken).ConfigureAwait(false);
        if (existing is null)
            return await CreateAsync(definition, cancellationToken).ConfigureAwait(false);
        if (!definition.ProfileEnabled || existing.IsEnabledForProfile)
            return existing;
        await EnableForProfileAsync(existing.Id, cancellationToken).ConfigureAwait(false);
        return await GetAsync(existing.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Feeds the dataset's rows to Real-Time Customer Profile. PATCH /dataSets/{id}.</summary>
    /// <exception cref="AepRequestException">Catalog refused: the schema is not enabled for Profile.</exception>
    public virtual async Task EnableForProfileAsync(string id, CancellationToken cancellationToken = default)
    {
        JsonPatchOperation[] patch = [JsonPatchOperation.Add("/tags/unifiedProfile", new JsonArray("enabled:true"))];
        await _api.PatchDatasetAsync(id, patch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a dataset and its rows. DELETE /dataSets/{id}.</summary>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default) => _api.DeleteDatasetAsync(id, cancellationToken);

    private AepPageable<Dataset> ListAsync(string? name) => Pageable.ByOffset(PageSize, async (offset, limit, cancellationToken) =>
    {
        Dictionary<string, Dataset> page = (await _api.ListDatasetsAsync(limit, offset, name, cancellationToken).ConfigureAwait(false)).Required("GET /dataSets");
        return (IReadOnlyList<Dataset>)[.. page.Select(entry => entry.Value with { Id = entry.Key })];
    });
}
