using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>One change of an update.</summary>
public sealed record AuditLogChange
{
    /// <summary><c>$id</c> of the resource that was changed: the one that was asked for, or one that it is composed of.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Kind of that resource: <c>schemas</c>, <c>classes</c>, <c>mixins</c>, <c>datatypes</c>.</summary>
    public string? XdmType { get; init; }

    /// <summary><c>add</c>, <c>remove</c> or <c>replace</c>.</summary>
    public string? Action { get; init; }

    /// <summary>JSON Pointer to what was changed.</summary>
    public string? Path { get; init; }

    /// <summary>The new value.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
