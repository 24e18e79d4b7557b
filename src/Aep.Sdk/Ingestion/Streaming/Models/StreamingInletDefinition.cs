namespace Aep.Sdk.Ingestion;

/// <summary>An inlet to find or to create.</summary>
/// <param name="Name">Name of the streaming connection; it is found by it.</param>
/// <param name="DatasetId">The dataset that its records go to.</param>
public sealed record StreamingInletDefinition(string Name, string DatasetId)
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a record must come with an access token. Adobe asks for that where records hold data of persons.</summary>
    public bool IsAuthenticated { get; init; } = true;

    /// <summary>
    /// Whether a dataflow without a mapping is created too (source connection, target connection, flow), so that the records show among its
    /// runs. Every record then names it.
    /// </summary>
    public bool WithDataflow { get; init; }
}
