using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>A class: the behavior of the data, record or time series, and the fields that all schemas of it have.</summary>
public sealed record XdmClass : XdmResource
{
    /// <summary>All that it is composed of; its behavior is among them.</summary>
    [JsonPropertyName("meta:extends")]
    public IReadOnlyList<string> Extends { get => field ?? []; init; }
}
