namespace Aep.Sdk.Sandboxes;

/// <summary>A change of a package: objects added or deleted, or members updated.</summary>
internal sealed record PackageUpdate(string Id, string Action)
{
    public IReadOnlyList<ArtifactBody>? Artifacts { get; init; }

    public string? Expiry { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public SandboxReference? SourceSandbox { get; init; }
}
