using System.Text.Json.Serialization;

namespace Aep.Sdk.Destinations;

internal sealed class DatasetRunAnswer
{
    public IReadOnlyList<RunDestination> Destinations { get => field ?? []; init; }

    [JsonIgnore]
    public string? StatusUrl =>
        Destinations.SelectMany(d => d.Datasets).Select(d => d.StatusUrl).FirstOrDefault(url => !string.IsNullOrEmpty(url));

    internal sealed class RunDestination
    {
        public IReadOnlyList<RunDataset> Datasets { get => field ?? []; init; }
    }

    internal sealed class RunDataset
    {
        [JsonPropertyName("statusURL")]
        public string? StatusUrl { get; init; }
    }
}
