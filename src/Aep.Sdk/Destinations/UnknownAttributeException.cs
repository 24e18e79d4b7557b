namespace Aep.Sdk.Destinations;

/// <summary>An attribute was to be activated that no profile can have: the union of the schemas for Profile has no such field.</summary>
public sealed class UnknownAttributeException : AepException
{
    internal UnknownAttributeException(string attribute, IReadOnlyList<string> near, int count)
        : base($"Profiles have no attribute {attribute}. "
            + (near.Count > 0
                ? $"Near it are {string.Join(", ", near)}."
                : $"None of the {count} that they have (Schemas.Unions.GetFieldsAsync) is near it.")
            + $" {nameof(AudienceFileDefinition.AllowUnknownAttributes)} activates it all the same.") =>
        (Attribute, Near) = (attribute, near);

    /// <summary>The attribute that was given.</summary>
    public string Attribute { get; }

    /// <summary>Attributes that are like it, the nearest first.</summary>
    public IReadOnlyList<string> Near { get; }
}
