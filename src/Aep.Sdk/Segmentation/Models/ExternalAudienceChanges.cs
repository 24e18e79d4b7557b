namespace Aep.Sdk.Segmentation;

/// <summary>Changes of an external audience. What is null stays; what is given replaces what was there.</summary>
public sealed record ExternalAudienceChanges
{
    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Access labels of the audience.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Columns with their access labels; those that are not listed stay as they are.</summary>
    public IReadOnlyList<ExternalAudienceField>? Fields { get; init; }

    /// <summary>For how many days its members stay, 1 to 90.</summary>
    public int? TtlInDays { get; init; }
}
