using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;
using Aep.Sdk.Profiles;

namespace Aep.Sdk.Segmentation;

/// <content>How many a rule would select, and some of them, before it is a segment.</content>
public partial class SegmentationClient
{
    /// <summary>
    /// Starts an estimate of how many profiles a rule would select (<c>POST /preview</c>, <c>GET /estimate/{id}</c>). It reads the sample
    /// that
    /// Experience Platform keeps of the profile store, see <see cref="AudienceEstimate"/>.
    /// </summary>
    /// <param name="expression">The rule, as PQL text.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">The rule is not valid.</exception>
    public virtual Task<EstimateOperation> EstimateAsync(SegmentExpression expression, CancellationToken cancellationToken = default) =>
        StartEstimateAsync(expression, null, cancellationToken);

    /// <summary>The same for profiles that are made of other identities than the default merge policy says.</summary>
    /// <param name="expression">The rule, as PQL text.</param>
    /// <param name="identityGraph">Which identities belong to one profile.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">The rule is not valid.</exception>
    public virtual Task<EstimateOperation> EstimateAsync(
        SegmentExpression expression, IdentityGraphType identityGraph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identityGraph);
        return StartEstimateAsync(expression, identityGraph.Type, cancellationToken);
    }

    /// <summary>The profiles of an estimate's sample that its rule has selected, page by page (<c>GET /preview/{id}</c>).</summary>
    /// <param name="previewId">Id of the estimate (<see cref="AepOperation{TResult}.Id"/>).</param>
    public virtual AepPageable<PreviewProfile> ListPreviewAsync(string previewId)
    {
        ArgumentException.ThrowIfNullOrEmpty(previewId);
        return Pageable.ByOffset<PreviewProfile>(100, async (offset, size, cancellationToken) =>
            (await _api.GetPreviewAsync(previewId, offset, size, cancellationToken).ConfigureAwait(false))
                .Required("GET /preview/{previewId}").Results);
    }

    /// <summary>Cancels or deletes an estimate (<c>DELETE /preview/{id}</c>).</summary>
    /// <param name="previewId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual Task DeletePreviewAsync(string previewId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(previewId);
        return _api.DeletePreviewAsync(previewId, cancellationToken);
    }

    private async Task<EstimateOperation> StartEstimateAsync(
        SegmentExpression expression, string? graphType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var body = new PreviewBody(expression.Value ?? string.Empty, expression.Format ?? "pql/text", "_xdm.context.profile", graphType);
        PreviewAnswer preview = (await _api.CreatePreviewAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /preview");
        return new EstimateOperation(_api, _options, preview.PreviewId.Required("POST /preview"));
    }
}
