namespace Aep.Sdk.Profiles;

/// <summary>What of a profile to get, and how it is merged.</summary>
public sealed record ProfileQuery
{
    /// <summary>What is looked up: individual profiles, unless it is said otherwise.</summary>
    public SchemaName Schema { get; init; } = SchemaName.Profile;

    /// <summary>Paths of the fields, for example <c>person.name</c>; null for all.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Id of the merge policy; null for the default one.</summary>
    public string? MergePolicyId { get; init; }

    internal string? FieldList => Fields is { Count: > 0 } ? string.Join(',', Fields) : null;
}
