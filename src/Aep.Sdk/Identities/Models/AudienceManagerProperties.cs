using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

/// <summary>What a graph says of Audience Manager.</summary>
/// <param name="ReturnDataSources">Whether the data sources of the identities are returned.</param>
public sealed record AudienceManagerProperties(
    [property: JsonPropertyName("return_data_sources")] bool ReturnDataSources);
