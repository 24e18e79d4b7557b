namespace Aep.Sdk.Datasets;

/// <summary>Something that carries data usage labels: a dataset or a schema.</summary>
/// <param name="Id">Of a dataset its id, of a schema its <c>meta:altId</c>.</param>
/// <param name="Type"><c>dataset</c> or <c>schema</c>.</param>
public sealed record LabelledEntity(string Id, string Type)
{
    /// <summary>Where the id comes from: <c>AEP</c>.</summary>
    public string Namespace { get; init; } = "AEP";

    /// <summary>A dataset.</summary>
    public static LabelledEntity Dataset(string id) => new(id, "dataset");

    /// <summary>A schema, by its <c>meta:altId</c>.</summary>
    public static LabelledEntity Schema(string altId) => new(altId, "schema");
}
