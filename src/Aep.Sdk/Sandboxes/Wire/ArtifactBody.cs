namespace Aep.Sdk.Sandboxes;

/// <summary>Names an object: of what is known about it, this alone is sent.</summary>
internal sealed record ArtifactBody(string Id, string Type)
{
    public static ArtifactBody From(PackageArtifact artifact) => new(artifact.Id, artifact.Type);
}
