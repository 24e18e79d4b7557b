namespace Aep.Sdk.Datasets;

/// <summary>A field of a dataset's schema that carries labels.</summary>
public sealed record LabelledField
{
    /// <summary>The schema's <c>$id</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Representation and version of the schema, as <c>application/vnd.adobe.xed-full+json;version=1</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>Path of the field in the schema, as <c>/properties/personID</c>.</summary>
    public string? SchemaPath { get; init; }
}
