using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Schemas;

/// <summary>Schema Registry: schemas, field groups, descriptors.</summary>
public class SchemasClient
{
    private const int PageSize = 100;
    private readonly ISchemasApi _api;

    internal SchemasClient(AepPipeline pipeline)
    {
        _api = pipeline.Api<ISchemasApi>(SchemasJson.Default);
        FieldGroups = new FieldGroupsClient(_api, this);
        Descriptors = new DescriptorsClient(_api);
    }

    /// <summary>For substitutes in tests.</summary>
    protected SchemasClient()
    {
        _api = null!;
        FieldGroups = null!;
        Descriptors = null!;
    }

    /// <summary>Field groups.</summary>
    public virtual FieldGroupsClient FieldGroups { get; }

    /// <summary>Descriptors.</summary>
    public virtual DescriptorsClient Descriptors { get; }

    /// <summary>The tenant id; custom fields stand under <c>_{tenantId}</c>. GET /stats.</summary>
    /// <exception cref="AepRequestException">The registry refused.</exception>
    public virtual async Task<string> GetTenantIdAsync(CancellationToken cancellationToken = default) =>
        (await _api.GetStatsAsync(cancellationToken).ConfigureAwait(false)).Required("GET /stats").TenantId;

    /// <summary>The schemas of the tenant container, in the order of their titles. GET /tenant/schemas.</summary>
    public virtual AepPageable<SchemaSummary> ListAsync() => ListAsync(null);

    /// <summary>A schema. GET /tenant/schemas/{id}.</summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such schema.</exception>
    public virtual async Task<Schema> GetAsync(string id, CancellationToken cancellationToken = default) =>
        (await _api.GetSchemaAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /tenant/schemas/{id}");

    /// <summary>Creates a schema, whether or not one with this title exists. POST /tenant/schemas.</summary>
    /// <exception cref="AepRequestException">The registry refused, for example an unknown field group.</exception>
    public virtual async Task<Schema> CreateAsync(SchemaDefinition definition, CancellationToken cancellationToken = default) =>
        (await _api.CreateSchemaAsync(SchemaBody.From(definition), cancellationToken).ConfigureAwait(false)).Required("POST /tenant/schemas");

    /// <summary>The schema with the definition's title, created when there is none.</summary>
    public virtual async Task<Schema> GetOrCreateAsync(SchemaDefinition definition, CancellationToken cancellationToken = default)
    {
        SchemaSummary? existing = await ListAsync($"title=={definition.Title}")
            .FirstOrDefaultAsync(summary => summary.Title == definition.Title, cancellationToken).ConfigureAwait(false);
        return existing is null
            ? await CreateAsync(definition, cancellationToken).ConfigureAwait(false)
            : await GetAsync(existing.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Lets the schema take part in Real-Time Customer Profile. Cannot be undone; does nothing when it does already. PATCH /tenant/schemas/{id}.
    /// </summary>
    /// <exception cref="AepRequestException">The registry refused: the schema needs a primary identity first.</exception>
    public virtual async Task<Schema> EnableForProfileAsync(string id, CancellationToken cancellationToken = default)
    {
        Schema schema = await GetAsync(id, cancellationToken).ConfigureAwait(false);
        if (schema.IsEnabledForProfile)
            return schema;
        JsonPatchOperation[] patch = [JsonPatchOperation.Add("/meta:immutableTags", new System.Text.Json.Nodes.JsonArray("union"))];
        return (await _api.UpdateSchemaAsync(schema.AltId, patch, cancellationToken).ConfigureAwait(false)).Required("PATCH /tenant/schemas/{id}");
    }

    private AepPageable<SchemaSummary> ListAsync(string? property) => Pageable.ByToken<SchemaSummary>(async (token, size, cancellationToken) =>
    {
        RegistryPage<SchemaSummary> page = (await _api.ListSchemasAsync("title", token, size ?? PageSize, property, cancellationToken)
            .ConfigureAwait(false)).Required("GET /tenant/schemas");
        return new AepPage<SchemaSummary>(page.Results, page.Page?.Next);
    });
}
