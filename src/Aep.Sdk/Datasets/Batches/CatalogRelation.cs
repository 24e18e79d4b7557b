namespace Aep.Sdk.Datasets;

/// <summary>An object of the catalog that a batch belongs to or was made with.</summary>
/// <param name="Type">Its kind: <c>dataSet</c>, <c>batch</c>, <c>dataSetFile</c>, <c>dataSetView</c>, …</param>
/// <param name="Id">Its id.</param>
public sealed record CatalogRelation(string Type, string Id)
{
    /// <summary>What part it has: <c>input</c>, <c>output</c>.</summary>
    public string? Tag { get; init; }
}
