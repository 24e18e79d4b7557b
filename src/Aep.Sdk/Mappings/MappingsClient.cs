using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Mappings;

/// <summary>Mappings from sources to schemas (Data Prep).</summary>
public class MappingsClient
{
    private const int PageSize = 100;

    private readonly IMappingsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected MappingsClient() => _api = null!;

    internal MappingsClient(AepPipeline pipeline) => _api = pipeline.Api(MappingsJson.Default, RefitStubs.MappingsApi);

    /// <summary>All mapping sets, page by page (<c>GET /mappingSets</c>).</summary>
    /// <param name="name">Only those of this name; by default all.</param>
    public virtual AepPageable<MappingSet> ListAsync(string? name = null) =>
        Pageable.ByToken<MappingSet>(async (token, size, cancellationToken) =>
    {
        int limit = size ?? PageSize;
        int start = token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
        MappingSetPage page = (await _api.ListMappingSetsAsync(limit, start, name, null, null, cancellationToken).ConfigureAwait(false))
            .Required("GET /mappingSets");
        // Only a full page can have a next one; start counts mapping sets.
        return new AepPage<MappingSet>(
            page.Data, page.Data.Count < limit ? null : (start + page.Data.Count).ToString(CultureInfo.InvariantCulture));
    });

    /// <summary>Creates a mapping set (<c>POST /mappingSets</c>). Names need not be unique: each call makes a new one.</summary>
    /// <param name="definition">The target and its fields.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The mapping set's id and version.</returns>
    public virtual async Task<MappingSet> CreateAsync(MappingSetDefinition definition, CancellationToken cancellationToken = default) =>
        (await _api.CreateMappingSetAsync(Body(definition), cancellationToken).ConfigureAwait(false)).Required("POST /mappingSets");

    /// <summary>A mapping set by id, with its fields (<c>GET /mappingSets/{id}</c>).</summary>
    /// <param name="mappingSetId">Its id.</param>
    /// <param name="version">The version; by default the newest.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<MappingSet> GetAsync(string mappingSetId, int? version = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(mappingSetId);
        return (await _api.GetMappingSetAsync(mappingSetId, version, null, cancellationToken).ConfigureAwait(false))
            .Required("GET /mappingSets/{mappingSetId}");
    }

    /// <summary>
    /// Replaces a mapping set by a new version (<c>PUT /mappingSets/{id}</c>). Dataflows go on with the version that they name.
    /// </summary>
    /// <param name="mappingSetId">Its id.</param>
    /// <param name="definition">What it becomes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>It with its new version.</returns>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<MappingSet> UpdateAsync(
        string mappingSetId, MappingSetDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(mappingSetId);
        return (await _api.UpdateMappingSetAsync(mappingSetId, Body(definition), cancellationToken).ConfigureAwait(false))
            .Required("PUT /mappingSets/{mappingSetId}");
    }

    /// <summary>Deletes a mapping set (<c>DELETE /mappingSets/{id}</c>). Delete the dataflow that uses it first.</summary>
    /// <param name="mappingSetId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string mappingSetId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(mappingSetId);
        return _api.DeleteMappingSetAsync(mappingSetId, cancellationToken);
    }

    /// <summary>Whether each field of a mapping set can be used; nothing is saved (<c>POST /mappingSets/validate</c>).</summary>
    /// <param name="definition">The mapping set.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>One answer a field, in their order.</returns>
    public virtual async Task<IReadOnlyList<MappingValidation>> ValidateAsync(
        MappingSetDefinition definition, CancellationToken cancellationToken = default) =>
        (await _api.ValidateAsync(Body(definition), cancellationToken).ConfigureAwait(false))
            .Required("POST /mappingSets/validate").ValidationResponse;

    /// <summary>What a mapping set makes of data; nothing is saved (<c>POST /mappingSets/preview</c>).</summary>
    /// <param name="definition">The mapping set.</param>
    /// <param name="data">A record of the source.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<MappingPreview> PreviewAsync(
        MappingSetDefinition definition, JsonNode data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return (await _api.PreviewAsync(new PreviewBody(data, Body(definition)), cancellationToken).ConfigureAwait(false))
            .Required("POST /mappingSets/preview");
    }

    /// <summary>The fields of a mapping set (<c>GET /mappingSets/{id}/mappings</c>).</summary>
    /// <param name="mappingSetId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<IReadOnlyList<Mapping>> GetMappingsAsync(string mappingSetId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(mappingSetId);
        JsonElement answer = await _api.ListMappingsAsync(mappingSetId, cancellationToken).ConfigureAwait(false);
        // The specification shows a single object where a list is meant.
        return answer.ValueKind == JsonValueKind.Array
            ? [.. answer.EnumerateArray().Select(item => item.Deserialize(MappingsJson.Default.Mapping)!)]
            : [answer.Deserialize(MappingsJson.Default.Mapping)!];
    }

    /// <summary>A field of a mapping set (<c>GET /mappingSets/{id}/mappings/{mappingId}</c>).</summary>
    /// <param name="mappingSetId">The mapping set.</param>
    /// <param name="mappingId">The field's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Mapping> GetMappingAsync(string mappingSetId, string mappingId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(mappingSetId);
        ArgumentException.ThrowIfNullOrEmpty(mappingId);
        return (await _api.GetMappingAsync(mappingSetId, mappingId, cancellationToken).ConfigureAwait(false))
            .Required("GET /mappingSets/{id}/mappings/{mappingId}");
    }

    /// <summary>The functions of Data Prep's language (<c>GET /languages/el/functions</c>).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<MappingFunction>> GetFunctionsAsync(CancellationToken cancellationToken = default) =>
        (await _api.GetFunctionsAsync(cancellationToken).ConfigureAwait(false)).Required("GET /languages/el/functions");

    /// <summary>The operators of Data Prep's language (<c>GET /languages/el/operators</c>).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<MappingOperator>> GetOperatorsAsync(CancellationToken cancellationToken = default) =>
        (await _api.GetOperatorsAsync(cancellationToken).ConfigureAwait(false)).Required("GET /languages/el/operators");

    /// <summary>Whether an expression can be used (<c>POST /languages/el/validate</c>).</summary>
    /// <param name="expression">The expression, for example <c>concat(first, " ", last)</c>.</param>
    /// <param name="sampleData">A record of the source that it is tried on, as JSON text; by default none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">Data Prep says what is wrong with it.</exception>
    public virtual Task<bool> ValidateExpressionAsync(
        string expression, string? sampleData = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(expression);
        return _api.ValidateExpressionAsync(
            new ExpressionBody(expression, null, sampleData, sampleData is null ? null : "JSON"), cancellationToken);
    }

    private static MappingSetBody Body(MappingSetDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.Mappings.Count == 0) throw new ArgumentException("A mapping set needs at least one field.", nameof(definition));
        return new MappingSetBody
        {
            Name = definition.Name,
            InputSchema = definition.InputSchemaId is { } input ? Reference(input) : null,
            OutputSchema = definition.OutputSchemaId is { } output
                ? Reference(output)
                : new MappingSetBody.SchemaBody { JsonSchema = definition.OutputJsonSchema },
            Mappings = definition.Mappings,
        };
    }

    private static MappingSetBody.SchemaBody Reference(string schemaId) =>
        new() { SchemaRef = new MappingSetBody.SchemaReferenceBody(schemaId, SchemaContentType.Full) };
}
