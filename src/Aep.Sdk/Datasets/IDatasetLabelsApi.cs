using Refit;

namespace Aep.Sdk.Datasets;

/// <summary>Dataset Service. The version of the labels is a header of the answer, so the answers come whole.</summary>
internal interface IDatasetLabelsApi
{
    private const string Labels = "/data/foundation/dataset/datasets/{datasetId}/labels";

    [Get(Labels)]
    Task<HttpResponseMessage> GetAsync(string datasetId, CancellationToken cancellationToken);

    [Post(Labels)]
    Task<HttpResponseMessage> CreateAsync(string datasetId, [Body] DatasetLabels body, CancellationToken cancellationToken);

    [Put(Labels)]
    Task<HttpResponseMessage> ReplaceAsync(
        string datasetId, [Header("If-Match")] string version, [Body] DatasetLabels body, CancellationToken cancellationToken);
}
