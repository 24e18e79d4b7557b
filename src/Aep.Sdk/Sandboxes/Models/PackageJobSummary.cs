using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>A job as the list shows it.</summary>
public sealed record PackageJobSummary
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the package.</summary>
    public string? Name { get; init; }

    /// <summary><c>PENDING</c>, <c>IN_PROGRESS</c>, <c>SUCCESS</c>, <c>FAILED</c>, <c>CANCELLED</c>.</summary>
    public string? JobStatus { get; init; }

    /// <summary><c>NEW</c>, <c>RESUME</c> or <c>ROLLBACK</c>.</summary>
    public string? JobType { get; init; }

    /// <summary>Where the objects are from.</summary>
    [JsonPropertyName("sourceSandBox")]
    public string? SourceSandbox { get; init; }

    /// <summary>Where they go.</summary>
    public string? TargetSandbox { get; init; }

    /// <summary>When it was created, in milliseconds since 1970 UTC.</summary>
    public long? Created { get; init; }

    /// <summary>When it was changed last, in milliseconds since 1970 UTC.</summary>
    public long? Updated { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
