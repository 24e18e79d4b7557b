using Aep.Sdk.Datasets;
using Refit;

namespace Aep.Sdk.Destinations;

/// <summary>Dataset Service: the labels that the guard asks for.</summary>
internal interface IDatasetLabelsApi
{
    [Get("/data/foundation/dataset/datasets/{datasetId}/labels")]
    Task<DatasetLabels?> GetLabelsAsync(string datasetId, CancellationToken cancellationToken);
}
