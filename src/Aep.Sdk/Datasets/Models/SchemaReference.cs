namespace Aep.Sdk.Datasets;

/// <summary>The schema of a dataset.</summary>
public sealed record SchemaReference
{
    /// <summary>The schema's <c>$id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Representation and version of the schema.</summary>
    public string? ContentType { get; init; }
}
