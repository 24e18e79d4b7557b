using Aep.Sdk.Core.Json;
using Aep.Sdk.Datasets;

namespace Aep.Sdk.Destinations;

/// <summary>The labels of a dataset and of its fields.</summary>
internal sealed class DatasetLabelReader(IDatasetLabelsApi api)
{
    public async Task<IReadOnlyList<LabelFinding>> ReadAsync(string datasetId, CancellationToken cancellationToken)
    {
        DatasetLabels answer;
        try
        {
            answer = (await api.GetLabelsAsync(datasetId, cancellationToken).ConfigureAwait(false)).Required("GET /datasets/{datasetId}/labels");
        }
        catch (AepNotFoundException)
        {
            return []; // Dataset Service knows only datasets that were labelled
        }

        IEnumerable<LabelFinding> own = answer.Labels.Select(label => new LabelFinding(label, null));
        IEnumerable<LabelFinding> fields = answer.Fields.SelectMany(field => field.Labels.Select(label => new LabelFinding(label, field.Option?.SchemaPath)));
        return [.. own, .. fields];
    }
}
