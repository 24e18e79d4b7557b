using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>The columns and first rows of a file.</summary>
public sealed record FilePreview
{
    /// <summary>The format, for example <c>flat</c>.</summary>
    public string? Format { get; init; }

    /// <summary>The columns, as Flow Service describes them.</summary>
    public JsonObject? Schema { get; init; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<JsonElement> Data { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
