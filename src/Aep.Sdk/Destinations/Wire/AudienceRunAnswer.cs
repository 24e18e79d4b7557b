using System.Text.Json.Serialization;

namespace Aep.Sdk.Destinations;

internal sealed class AudienceRunAnswer
{
    public IReadOnlyList<AudienceOrder> Order { get => field ?? []; init; }

    internal sealed class AudienceOrder
    {
        public string? Segment { get; init; }

        [JsonPropertyName("statusURL")]
        public string? StatusUrl { get; init; }
    }
}
