using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Mappings;

/// <summary>Mappings from sources to schemas (Data Prep).</summary>
public class MappingsClient
{
    private const string SchemaVersion = "application/vnd.adobe.xed-full+json;version=1";

    private readonly IMappingsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected MappingsClient() => _api = null!;

    internal MappingsClient(AepPipeline pipeline) => _api = pipeline.Api<IMappingsApi>(MappingsJson.Default);

    /// <summary>Creates a mapping set (<c>POST /mappingSets</c>). Mapping sets have no names: each call makes a new one.</summary>
    /// <param name="definition">The target and its fields.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The mapping set's id and version.</returns>
    public virtual async Task<MappingSet> CreateAsync(MappingSetDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.Mappings.Count == 0) throw new ArgumentException("A mapping set needs at least one field.", nameof(definition));
        var body = new MappingSetBody
        {
            InputSchema = definition.InputSchemaId is { } input ? Reference(input) : null,
            OutputSchema = definition.OutputSchemaId is { } output ? Reference(output) : new MappingSetBody.SchemaBody { JsonSchema = definition.OutputJsonSchema },
            Mappings = definition.Mappings,
        };
        return (await _api.CreateMappingSetAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /mappingSets");
    }

    /// <summary>A mapping set by id, with its fields.</summary>
    /// <param name="mappingSetId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<MappingSet> GetAsync(string mappingSetId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(mappingSetId);
        return (await _api.GetMappingSetAsync(mappingSetId, cancellationToken).ConfigureAwait(false)).Required("GET /mappingSets/{mappingSetId}");
    }

    private static MappingSetBody.SchemaBody Reference(string schemaId) =>
        new() { SchemaRef = new MappingSetBody.SchemaReferenceBody(schemaId, SchemaVersion) };
}
