using System.Text.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>An import of a package into a sandbox.</summary>
/// <param name="Id">Id of the package.</param>
/// <param name="Name">Name of the import.</param>
/// <param name="DestinationSandbox">Where the objects go.</param>
public sealed record PackageImport(string Id, string Name, SandboxReference DestinationSandbox)
{
    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>For each object (by its id) the object of the target sandbox that stands for it; what is not named is created.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Alternatives { get; init; }
}
