namespace Aep.Sdk.Sandboxes;

/// <summary>A package to create.</summary>
/// <param name="Name">Name.</param>
/// <param name="SourceSandbox">Where its objects are from.</param>
public sealed record PackageDefinition(string Name, SandboxReference SourceSandbox)
{
    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary><c>PARTIAL</c> for chosen objects, <c>FULL</c> for the whole sandbox.</summary>
    public string PackageType { get; init; } = "PARTIAL";

    /// <summary>When it shall expire; by default after 90 days.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>Its objects.</summary>
    public IReadOnlyList<PackageArtifact>? Artifacts { get; init; }
}
