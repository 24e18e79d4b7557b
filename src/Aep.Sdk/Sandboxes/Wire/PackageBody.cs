using System.Globalization;

namespace Aep.Sdk.Sandboxes;

internal sealed record PackageBody(string Name, string? Description, string PackageType, SandboxReference SourceSandbox)
{
    public string? Expiry { get; init; }

    public IReadOnlyList<ArtifactBody>? Artifacts { get; init; }

    public static PackageBody From(PackageDefinition definition) =>
        new(definition.Name, definition.Description, definition.PackageType, definition.SourceSandbox)
        {
            Expiry = Time(definition.Expiry),
            Artifacts = definition.Artifacts is null ? null : [.. definition.Artifacts.Select(ArtifactBody.From)],
        };

    /// <summary>A time as sandbox tooling takes it.</summary>
    public static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
