using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>A sandbox: a separate part of the organisation's Experience Platform.</summary>
public sealed record Sandbox
{
    /// <summary>Id.</summary>
    public string? Id { get; init; }

    /// <summary>Its name, as requests carry it.</summary>
    public required string Name { get; init; }

    /// <summary>Its title, as people see it.</summary>
    public string? Title { get; init; }

    /// <summary>How it is getting on.</summary>
    public SandboxState? State { get; init; }

    /// <summary>What it is for.</summary>
    public SandboxType? Type { get; init; }

    /// <summary>Region of the data centre.</summary>
    public string? Region { get; init; }

    /// <summary>Whether requests without a sandbox go to it.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>When it was created, as AEP writes it.</summary>
    public string? CreatedDate { get; init; }

    /// <summary>When it was changed last, as AEP writes it.</summary>
    public string? LastModifiedDate { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
