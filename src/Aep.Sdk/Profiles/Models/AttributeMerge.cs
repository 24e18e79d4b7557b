namespace Aep.Sdk.Profiles;

/// <summary>Which fragment wins where several have an attribute.</summary>
/// <param name="Type"><c>timestampOrdered</c>: the newest; <c>dataSetPrecedence</c>: the one of the first dataset in the order.</param>
public sealed record AttributeMerge(string Type)
{
    /// <summary>Ids of datasets, the strongest first; for <c>dataSetPrecedence</c>.</summary>
    public IReadOnlyList<string>? Order { get; init; }

    /// <summary>The newest fragment wins.</summary>
    public static AttributeMerge TimestampOrdered { get; } = new("timestampOrdered");

    /// <summary>The fragment of the first of these datasets wins.</summary>
    /// <param name="datasetIds">Their ids, the strongest first.</param>
    public static AttributeMerge DatasetPrecedence(params IReadOnlyList<string> datasetIds) =>
        new("dataSetPrecedence") { Order = datasetIds };
}
