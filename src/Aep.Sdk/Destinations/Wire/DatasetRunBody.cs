namespace Aep.Sdk.Destinations;

internal sealed record DatasetRunBody(DatasetRunBody.Info ActivationInfo)
{
    public static DatasetRunBody Of(string flowId, string datasetId) => new(new Info([new Destination(flowId, [new Dataset(datasetId)])]));

    internal sealed record Info(IReadOnlyList<Destination> Destinations);

    internal sealed record Destination(string FlowId, IReadOnlyList<Dataset> Datasets);

    internal sealed record Dataset(string Id);
}
