namespace Aep.Sdk.Destinations;

internal sealed class DatasetLabelsAnswer
{
    public IReadOnlyList<string> Labels { get => field ?? []; init; }

    public IReadOnlyList<FieldLabels> OptionalLabels { get => field ?? []; init; }

    internal sealed class FieldLabels
    {
        public FieldOption? Option { get; init; }

        public IReadOnlyList<string> Labels { get => field ?? []; init; }
    }

    internal sealed class FieldOption
    {
        public string? Id { get; init; }

        public string? SchemaPath { get; init; }
    }
}
