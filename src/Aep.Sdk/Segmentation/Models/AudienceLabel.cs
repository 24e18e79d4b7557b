namespace Aep.Sdk.Segmentation;

/// <summary>A label that an audience has inherited, and from where.</summary>
/// <param name="Label">The label, for example <c>C4</c>.</param>
/// <param name="Field">The field of the rule or of the use that carries it, <c>xEvent.…</c> for one of events; null where the audience
/// itself does.</param>
/// <param name="DatasetId">The dataset whose data is labelled so; null where the audience itself is.</param>
public sealed record AudienceLabel(string Label, string? Field, string? DatasetId)
{
    /// <summary>Label and place, for people to read.</summary>
    public override string ToString() => (Field, DatasetId) switch
    {
        (null, null) => $"{Label} on the audience",
        (null, _) => $"{Label} on the dataset {DatasetId}",
        _ => $"{Label} on {Field} in the dataset {DatasetId}",
    };
}
