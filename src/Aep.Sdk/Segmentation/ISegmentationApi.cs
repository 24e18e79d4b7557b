using Aep.Sdk.Core.Json;
using Refit;

namespace Aep.Sdk.Segmentation;

/// <summary>Segmentation Service: definitions, jobs, previews and estimates.</summary>
internal interface ISegmentationApi
{
    // The only version there is of the search.
    private const string SearchVersion = "x-ups-search-version: 1.0";

    [Get("/data/core/ups/segment/definitions")]
    Task<SegmentPage?> ListDefinitionsAsync(
        int page, int limit, string? sort, [AliasAs("evaluationInfo.continuous.enabled")] bool? streaming,
        CancellationToken cancellationToken);

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

    [Post("/data/core/ups/segment/definitions/bulk-get")]
    Task<BulkResults?> GetDefinitionsAsync([Body] IdList body, CancellationToken cancellationToken);

    [Post("/data/core/ups/segment/conversion")]
    Task<ConvertedSegment?> ConvertAsync([Body] SegmentBody body, CancellationToken cancellationToken);

    [Get("/data/core/ups/segment/jobs")]
    Task<SegmentationPage<SegmentJob>?> ListJobsAsync(
        string? start, int limit, string? status, string? sort, string? property, [AliasAs("snapshot.name")] string? snapshotName,
        CancellationToken cancellationToken);

    [Delete("/data/core/ups/segment/jobs/{segmentJobId}")]
    Task CancelJobAsync(string segmentJobId, CancellationToken cancellationToken);

    [Post("/data/core/ups/segment/jobs/bulk-get")]
    Task<BulkResults?> GetJobsAsync([Body] IdList body, CancellationToken cancellationToken);

    [Get("/data/core/ups/preview/{previewId}")]
    Task<PreviewPage?> GetPreviewAsync(string previewId, int offset, int limit, CancellationToken cancellationToken);

    [Delete("/data/core/ups/preview/{previewId}")]
    Task DeletePreviewAsync(string previewId, CancellationToken cancellationToken);

    [Get("/data/core/ups/search/namespaces")]
    [Headers(SearchVersion)]
    Task<SearchNamespaces?> SearchNamespacesAsync(
        [AliasAs("schema.name")] string schemaName, [AliasAs("s")] string? query, CancellationToken cancellationToken);

    [Get("/data/core/ups/search/entities")]
    [Headers(SearchVersion)]
    Task<SearchEntities?> SearchEntitiesAsync(
        string schemaClass, string @namespace, [AliasAs("s")] string? query, string? entityId, int page, int limit,
        CancellationToken cancellationToken);

    [Get("/data/core/ups/search/taxonomy")]
    [Headers(SearchVersion)]
    Task<SearchTaxonomy?> GetTaxonomyAsync(
        [AliasAs("schema.name")] string schemaName, string @namespace, string entityId, CancellationToken cancellationToken);
}
