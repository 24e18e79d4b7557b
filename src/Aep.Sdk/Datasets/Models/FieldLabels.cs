namespace Aep.Sdk.Datasets;

/// <summary>The labels of a field.</summary>
public sealed record FieldLabels
{
    /// <summary>The field.</summary>
    public LabelledField? Option { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyList<string> Labels { get => field ?? []; init; }
}
