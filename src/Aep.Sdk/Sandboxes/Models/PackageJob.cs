using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>A job that publishes or imports a package.</summary>
public sealed record PackageJob
{
    /// <summary>Id of the job.</summary>
    public string? JobId { get; init; }

    /// <summary>Name of the package.</summary>
    public string? Name { get; init; }

    /// <summary>Kind of the package.</summary>
    public string? Type { get; init; }

    /// <summary>Id by which Adobe's support finds it.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Where the objects are from.</summary>
    public SandboxReference? SourceSandbox { get; init; }

    /// <summary>Where they go.</summary>
    public SandboxReference? DestinationSandbox { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
