namespace Aep.Sdk.Ingestion;

/// <summary>Where records are streamed to: an address, and what stands with every record.</summary>
public sealed record StreamingInlet
{
    /// <summary>The streaming connection in Flow Service.</summary>
    public required string ConnectionId { get; init; }

    /// <summary>Id in the address.</summary>
    public required string InletId { get; init; }

    /// <summary>The address: <c>https://dcs.adobedc.net/collection/{InletId}</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>Whether a record must come with an access token.</summary>
    public bool IsAuthenticated { get; init; }

    /// <summary>The dataset that records go to.</summary>
    public required string DatasetId { get; init; }

    /// <summary>The schema of that dataset (<c>$id</c>).</summary>
    public required string SchemaId { get; init; }

    /// <summary>The dataflow that records belong to; null where there is none.</summary>
    public string? FlowId { get; init; }
}
