using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>A sandbox: a separate part of the organisation's Experience Platform.</summary>
public sealed record Sandbox
{
    /// <summary>Its name, as requests carry it.</summary>
    public required string Name { get; init; }

    /// <summary>Its title, as people see it.</summary>
    public string? Title { get; init; }

    /// <summary><c>active</c>, <c>creating</c>, <c>failed</c>, <c>deleted</c>, …</summary>
    public string? State { get; init; }

    /// <summary><c>production</c> or <c>development</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
