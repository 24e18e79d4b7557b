using System.Text.Json.Serialization;

namespace Propensity.Events;

/// <summary>An e-mail that was sent, opened or clicked: Adobe's field group for direct marketing.</summary>
public sealed record DirectMarketing
{
    public Measure? EmailDelivered { get; init; }

    public Measure? Sends { get; init; }

    public string? HashedEmail { get; init; }

    public Measure? Clicks { get; init; }

    public Measure? OfferOpens { get; init; }

    public Measure? Opens { get; init; }

    [JsonPropertyName("emailVisitorID")]
    public required string EmailVisitorId { get; init; }

    [JsonPropertyName("messageID")]
    public required string MessageId { get; init; }
}
