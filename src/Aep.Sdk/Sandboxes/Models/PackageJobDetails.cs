using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>A job with what it has done.</summary>
public sealed record PackageJobDetails
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the package.</summary>
    public string? Name { get; init; }

    /// <summary><c>PENDING</c>, <c>IN_PROGRESS</c>, <c>SUCCESS</c>, <c>FAILED</c>, <c>CANCELLED</c>.</summary>
    public string? JobStatus { get; init; }

    /// <summary><c>EXPORT</c>, <c>IMPORT</c> or <c>COPY</c>.</summary>
    public string? RequestType { get; init; }

    /// <summary>Where the objects are from.</summary>
    public SandboxReference? SourceSandbox { get; init; }

    /// <summary>Where they go.</summary>
    public SandboxReference? DestinationSandbox { get; init; }

    /// <summary>What has been done.</summary>
    public IReadOnlyList<PackageTask>? CompletedTasks { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
