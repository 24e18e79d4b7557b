namespace Aep.Sdk.Access;

/// <summary>A role to create, or what an existing one shall be.</summary>
/// <param name="Name">Name.</param>
public sealed record RoleDefinition(string Name)
{
    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary><c>user-defined</c>, unless told otherwise.</summary>
    public string RoleType { get; init; } = "user-defined";
}
