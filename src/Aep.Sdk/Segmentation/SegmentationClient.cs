using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Segmentation;

/// <summary>Segments and their evaluation (Segmentation Service).</summary>
public class SegmentationClient
{
    private readonly ISegmentationApi _api;
    private readonly AepOptions _options;

    /// <summary>For substitutes in tests.</summary>
    protected SegmentationClient() => (_api, _options) = (null!, null!);

    internal SegmentationClient(AepPipeline pipeline) => (_api, _options) = (pipeline.Api<ISegmentationApi>(SegmentationJson.Default), pipeline.Options);

    /// <summary>All segments of the sandbox, page by page.</summary>
    public virtual AepPageable<Segment> ListAsync() => SegmentPaging.List(_api);

    /// <summary>A segment by id.</summary>
    /// <param name="segmentId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Segment> GetAsync(string segmentId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        return (await _api.GetDefinitionAsync(segmentId, cancellationToken).ConfigureAwait(false)).Required("GET /segment/definitions/{segmentId}");
    }

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

    /// <summary>Replaces the rule and the description of a segment.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="definition">Name and rule.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Segment> UpdateAsync(string segmentId, SegmentDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        return (await _api.UpdateDefinitionAsync(segmentId, Body(definition), cancellationToken).ConfigureAwait(false)).Required("PATCH /segment/definitions/{segmentId}");
    }

    /// <summary>The segment with the definition's name and rule: found, given the new rule, or created.</summary>
    /// <param name="definition">Name and rule.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<Segment> GetOrCreateAsync(SegmentDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Segment? existing = await FindByNameAsync(definition.Name, cancellationToken).ConfigureAwait(false);
        if (existing is null) return await CreateAsync(definition, cancellationToken).ConfigureAwait(false);
        return existing.Expression == definition.Expression
            ? existing
            : await UpdateAsync(existing.Id, definition, cancellationToken).ConfigureAwait(false);
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

    /// <summary>
    /// Starts a segment job over all profiles (<c>POST /segment/jobs</c>). Its result counts the qualified profiles exactly, which also answers
    /// "how many profiles carry this attribute" for a rule such as <c>_acme.propensity >= 0</c>.
    /// </summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The job; wait for it with WaitForCompletionAsync.</returns>
    /// <exception cref="AepNotFoundException">There is no such segment.</exception>
    public virtual async Task<SegmentJobOperation> EvaluateAsync(string segmentId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        SegmentJob job = (await _api.CreateJobAsync([new SegmentJobRequest(segmentId)], cancellationToken).ConfigureAwait(false)).Required("POST /segment/jobs");
        return GetJobOperation(job.Id, segmentId);
    }

    /// <summary>A segment job that was started before, also by another process.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="segmentId">The segment whose profiles its result counts.</param>
    public virtual SegmentJobOperation GetJobOperation(string jobId, string segmentId)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobId);
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        return new SegmentJobOperation(_api, _options, jobId, segmentId);
    }

    /// <summary>
    /// Starts an estimate of how many profiles a rule would select (<c>POST /preview</c>, <c>GET /estimate/{id}</c>). It reads the sample that
    /// Experience Platform keeps of the profile store, see <see cref="AudienceEstimate"/>.
    /// </summary>
    /// <param name="expression">The rule, as PQL text.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">The rule is not valid.</exception>
    public virtual async Task<EstimateOperation> EstimateAsync(SegmentExpression expression, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var body = new PreviewBody(expression.Value ?? string.Empty, expression.Format ?? "pql/text", "_xdm.context.profile");
        PreviewAnswer preview = (await _api.CreatePreviewAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /preview");
        return new EstimateOperation(_api, _options, preview.PreviewId.Required("POST /preview"));
    }

    private static SegmentBody Body(SegmentDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new SegmentBody
        {
            Name = definition.Name,
            Description = definition.Description,
            Expression = definition.Expression,
            Schema = new SegmentBody.SchemaName(definition.SchemaName),
        };
    }
}
