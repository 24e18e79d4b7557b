using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

/// <summary>Bytes that a run read and wrote.</summary>
public sealed record RunSizeSummary
{
    /// <summary>Bytes read.</summary>
    public long? InputBytes { get; init; }

    /// <summary>Bytes written.</summary>
    public long? OutputBytes { get; init; }

//@@EXT
}
