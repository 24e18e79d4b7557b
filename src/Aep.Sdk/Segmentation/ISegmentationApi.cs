using Refit;

namespace Aep.Sdk.Segmentation;

/// <summary>Segmentation Service: definitions, jobs, previews and estimates.</summary>
internal interface ISegmentationApi
{
    [Get("/data/core/ups/segment/definitions")]
    Task<SegmentPage?> ListDefinitionsAsync(int page, int limit, CancellationToken cancellationToken);

    [Get("/data/core/ups/segment/definitions/{segmentId}")]
    Task<Segment?> GetDefinitionAsync(string segmentId, CancellationToken cancellationToken);

    [Post("/data/core/ups/segment/definitions")]
    Task<Segment?> CreateDefinitionAsync([Body] SegmentBody body, CancellationToken cancellationToken);

    [Patch("/data/core/ups/segment/definitions/{segmentId}")]
    Task<Segment?> UpdateDefinitionAsync(string segmentId, [Body] SegmentBody body, CancellationToken cancellationToken);

    [Delete("/data/core/ups/segment/definitions/{segmentId}")]
    Task DeleteDefinitionAsync(string segmentId, CancellationToken cancellationToken);

    [Post("/data/core/ups/segment/jobs")]
    Task<SegmentJob?> CreateJobAsync([Body] SegmentJobRequest[] body, CancellationToken cancellationToken);

    [Get("/data/core/ups/segment/jobs/{segmentJobId}")]
    Task<SegmentJob?> GetJobAsync(string segmentJobId, CancellationToken cancellationToken);

    [Post("/data/core/ups/preview")]
    Task<PreviewAnswer?> CreatePreviewAsync([Body] PreviewBody body, CancellationToken cancellationToken);

    [Get("/data/core/ups/estimate/{previewId}")]
    Task<AudienceEstimate?> GetEstimateAsync(string previewId, CancellationToken cancellationToken);
}
