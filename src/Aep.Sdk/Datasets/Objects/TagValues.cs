using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>What stands under a tag.</summary>
public sealed record TagValues
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> None = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The objects that carry the tag, as <c>@/DataSet/id</c>, by their kind.</summary>
    [JsonPropertyName("objectType")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Objects { get => field ?? None; init; }

    /// <summary>The other members: the values of the tag, under its name.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    /// <summary>The values that a tag has on any object; none when it is on no object.</summary>
    public IReadOnlyList<string> Of(string tag) =>
        AdditionalProperties.TryGetValue(tag, out JsonElement values) && values.ValueKind == JsonValueKind.Array
        ? [.. values.EnumerateArray().Select(value => value.ToString())]
        : [];
}
