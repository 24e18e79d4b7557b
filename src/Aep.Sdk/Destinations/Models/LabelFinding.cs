namespace Aep.Sdk.Destinations;

/// <summary>A label that keeps data in.</summary>
/// <param name="Label">The label, for example <c>C9</c>.</param>
/// <param name="Field">The field that carries it; null if the dataset itself does.</param>
public sealed record LabelFinding(string Label, string? Field)
{
    /// <summary>Label and place, for people to read.</summary>
    public override string ToString() => Field is null ? $"{Label} on the dataset" : $"{Label} on the field {Field}";
}
