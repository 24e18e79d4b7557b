using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.Datasets;

/// <summary>Dataset Service. The version of the labels is a header of the answer, so the answers come whole.</summary>
internal interface IDatasetLabelsApi
{
    private const string Labels = "/data/foundation/dataset/datasets/{datasetId}/labels";

    [Get(Labels)]
    Task<HttpResponseMessage> GetAsync(string datasetId, CancellationToken cancellationToken);

    /// <summary>Of Policy Service: whether a label is one of Adobe's.</summary>
    [Get("/data/foundation/dulepolicy/labels/core/{name}")]
    Task FindCoreLabelAsync(string name, CancellationToken cancellationToken);

    [Post(Labels)]
    Task<HttpResponseMessage> CreateAsync(string datasetId, [Body] DatasetLabelsBody body, CancellationToken cancellationToken);

    [Put(Labels)]
    Task<HttpResponseMessage> ReplaceAsync(
        string datasetId, [Header("If-Match")] string version, [Body] DatasetLabelsBody body, CancellationToken cancellationToken);

    [Delete(Labels)]
    [OutsideSpec("the specification's If-Match header; aepp's deleteLabels")]
    Task DeleteAsync(string datasetId, [Header("If-Match")] string version, CancellationToken cancellationToken);
}
