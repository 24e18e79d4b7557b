namespace Aep.Sdk.Profiles;

/// <summary>A computed attribute to create.</summary>
/// <param name="Name">Name: letters, digits and underscores; the field's name.</param>
/// <param name="Expression">What is computed.</param>
public sealed record ComputedAttributeDefinition(string Name, ProfileExpression Expression)
{
    /// <summary>Name for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Over how long.</summary>
    public ComputedDuration? Duration { get; init; }

    /// <summary>Whether it is kept up to date with new events.</summary>
    public bool KeepCurrent { get; init; }

    /// <summary><c>DRAFT</c>, or <c>NEW</c> to have it computed.</summary>
    public ComputedAttributeStatus Status { get; init; } = ComputedAttributeStatus.New;
}
