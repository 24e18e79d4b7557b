using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Governance;
using Aep.Sdk.Profiles;
using Aep.Sdk.Queries;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Segmentation;

/// <summary>Segments and their evaluation (Segmentation Service).</summary>
public partial class SegmentationClient
{
    private readonly ISegmentationApi _api;
    private readonly AepOptions _options;
    private readonly MemberExport _members;

    /// <summary>For substitutes in tests.</summary>
    protected SegmentationClient()
    {
        (_api, _options, _members) = (null!, null!, null!);
        Audiences = null!;
        ExternalAudiences = null!;
        Governance = null!;
        Jobs = null!;
        Schedules = null!;
        Exports = null!;
        Search = null!;
    }

    internal SegmentationClient(AepPipeline pipeline)
        : this(pipeline, new DatasetsClient(pipeline), new QueriesClient(pipeline))
    {
    }

    internal SegmentationClient(AepPipeline pipeline, DatasetsClient datasets, QueriesClient queries)
    {
        (_api, _options) = (pipeline.Api(SegmentationJson.Default, RefitStubs.SegmentationApi), pipeline.Options);
        Audiences = new AudiencesClient(pipeline.Api(SegmentationJson.Default, RefitStubs.AudiencesApi));
        ExternalAudiences = new ExternalAudiencesClient(
            pipeline.Api(SegmentationJson.Default, RefitStubs.ExternalAudiencesApi), pipeline.Options);
        var sources = new ProfileSources(datasets, new SchemasClient(pipeline), new ProfilesClient(pipeline).MergePolicies);
        Governance = new AudienceGovernanceClient(Audiences, sources, new GovernanceClient(pipeline));
        Jobs = new SegmentJobsClient(_api);
        Schedules = new SegmentSchedulesClient(pipeline.Api(SegmentationJson.Default, RefitStubs.SegmentSchedulesApi));
        Exports = new ProfileExportsClient(pipeline.Api(SegmentationJson.Default, RefitStubs.ProfileExportsApi), pipeline.Options);
        Search = new SegmentSearchClient(_api);
        _members = new MemberExport(Exports, datasets, queries);
    }

    /// <summary>Audiences, those from elsewhere among them.</summary>
    public virtual AudiencesClient Audiences { get; }

    /// <summary>Audiences whose members come from files.</summary>
    public virtual ExternalAudiencesClient ExternalAudiences { get; }

    /// <summary>Whether audiences may be used for what is planned.</summary>
    public virtual AudienceGovernanceClient Governance { get; }

    /// <summary>Segment jobs.</summary>
    public virtual SegmentJobsClient Jobs { get; }

    /// <summary>When segments are evaluated by themselves.</summary>
    public virtual SegmentSchedulesClient Schedules { get; }

    /// <summary>Exports of profiles to datasets.</summary>
    public virtual ProfileExportsClient Exports { get; }

    /// <summary>Search for segments and folders.</summary>
    public virtual SegmentSearchClient Search { get; }

    /// <summary>All segments of the sandbox, page by page.</summary>
    /// <param name="sort">Order such as <c>creationTime:desc</c>, or null for the service's own.</param>
    /// <param name="streaming">Only those that are evaluated when data comes in, or only the others; null for all.</param>
    public virtual AepPageable<Segment> ListAsync(string? sort = null, bool? streaming = null) =>
        SegmentPaging.List(_api, sort, streaming);

    /// <summary>A segment by id.</summary>
    /// <param name="segmentId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Segment> GetAsync(string segmentId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        return (await _api.GetDefinitionAsync(segmentId, cancellationToken).ConfigureAwait(false))
            .Required("GET /segment/definitions/{segmentId}");
    }

    /// <summary>Several segments in one request (<c>POST /segment/definitions/bulk-get</c>).</summary>
    /// <param name="segmentIds">Their ids.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Those that exist, by id.</returns>
    /// <exception cref="ArgumentException">There are none, or more than 100.</exception>
    public virtual async Task<IReadOnlyDictionary<string, Segment>> GetManyAsync(
        IEnumerable<string> segmentIds, CancellationToken cancellationToken = default)
    {
        return (await _api.GetDefinitionsAsync(IdList.Of(segmentIds), cancellationToken).ConfigureAwait(false))
            .Required("POST /segment/definitions/bulk-get").Found(SegmentationJson.Default.Segment);
    }

    /// <summary>
    /// The rule of a definition in the other form: text becomes JSON, JSON text (<c>POST /segment/conversion</c>). <see cref="Pql.ToJson"/>
    /// and
    /// <see cref="Pql.ToText"/> do without the service, as far as the form is documented.
    /// </summary>
    /// <param name="definition">The definition; nothing is created.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">The rule is not valid.</exception>
    public virtual async Task<SegmentExpression> ConvertAsync(
        SegmentDefinition definition, CancellationToken cancellationToken = default) =>
        (await _api.ConvertAsync(Body(definition), cancellationToken).ConfigureAwait(false)).Required("POST /segment/conversion")
        .Expression.Required("POST /segment/conversion");

    /// <summary>The segment with this name, or null.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<Segment?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        await foreach (Segment segment in ListAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (segment.Name == name) return segment;
        }

        return null;
    }

    /// <summary>Creates a segment.</summary>
    /// <param name="definition">Name and rule.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">The rule is not valid, or the name is taken.</exception>
    public virtual async Task<Segment> CreateAsync(SegmentDefinition definition, CancellationToken cancellationToken = default) =>
        (await _api.CreateDefinitionAsync(Body(definition), cancellationToken).ConfigureAwait(false)).Required("POST /segment/definitions");

    /// <summary>Replaces the rule of a segment, and whatever else its definition names.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="definition">Name and rule.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Segment> UpdateAsync(
        string segmentId, SegmentDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        return (await _api.UpdateDefinitionAsync(segmentId, Body(definition), cancellationToken).ConfigureAwait(false))
            .Required("PATCH /segment/definitions/{segmentId}");
    }

    /// <summary>The segment with the definition's name, found as it is defined, changed to be so, or created.</summary>
    /// <param name="definition">Name and rule.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<Segment> GetOrCreateAsync(SegmentDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Segment? existing = await FindByNameAsync(definition.Name, cancellationToken).ConfigureAwait(false);
        if (existing is null) return await CreateAsync(definition, cancellationToken).ConfigureAwait(false);
        // What the definition leaves open stays as it is.
        SegmentDefinition wanted = definition with
        {
            Evaluation = definition.Evaluation ?? existing.EvaluationInfo,
            MergePolicyId = definition.MergePolicyId ?? existing.MergePolicyId,
            DataGovernancePolicy = definition.DataGovernancePolicy ?? existing.DataGovernancePolicy,
        };
        return existing.Expression == wanted.Expression && existing.EvaluationInfo == wanted.Evaluation
            && existing.MergePolicyId == wanted.MergePolicyId && existing.DataGovernancePolicy == wanted.DataGovernancePolicy
            ? existing
            : await UpdateAsync(existing.Id, wanted, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a segment.</summary>
    /// <param name="segmentId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string segmentId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        return _api.DeleteDefinitionAsync(segmentId, cancellationToken);
    }

    private static SegmentBody Body(SegmentDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new SegmentBody
        {
            Name = definition.Name,
            Description = definition.Description,
            Expression = definition.Expression,
            EvaluationInfo = definition.Evaluation,
            MergePolicyId = definition.MergePolicyId,
            DataGovernancePolicy = definition.DataGovernancePolicy,
            Schema = new SegmentBody.SchemaName(definition.SchemaName),
        };
    }
}
