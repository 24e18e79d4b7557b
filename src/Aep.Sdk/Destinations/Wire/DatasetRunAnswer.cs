using System.Text.Json.Serialization;

namespace Aep.Sdk.Destinations;

internal sealed class DatasetRunAnswer
{
    public IReadOnlyList<Destination> Destinations { get; init; } = [];

    [JsonIgnore]
    public string? StatusUrl => Destinations.SelectMany(d => d.Datasets).Select(d => d.StatusUrl).FirstOrDefault(url => !string.IsNullOrEmpty(url));

    internal sealed class Destination
    {
        public IReadOnlyList<Dataset> Datasets { get; init; } = [];
    }

    internal sealed class Dataset
    {
        [JsonPropertyName("statusURL")]
        public string? StatusUrl { get; init; }
    }
}
