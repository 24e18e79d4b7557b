using System.Text.Json.Serialization;

namespace Propensity.Events;

/// <summary>The link that was clicked, if one was.</summary>
public sealed record WebInteraction
{
    public required Measure LinkClicks { get; init; }

    [JsonPropertyName("URL")]
    public required string Url { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    public required string Type { get; init; }
}
