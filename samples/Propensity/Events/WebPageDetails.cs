using System.Text.Json.Serialization;

namespace Propensity.Events;

/// <summary>The page that was shown.</summary>
public sealed record WebPageDetails
{
    public required Measure PageViews { get; init; }

    [JsonPropertyName("URL")]
    public required string Url { get; init; }

    public required bool IsErrorPage { get; init; }

    public required string Name { get; init; }

    public required string Server { get; init; }

    public required string SiteSection { get; init; }

    public required string ViewName { get; init; }
}
