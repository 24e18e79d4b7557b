using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>
/// A page of descriptors. With paging it has <c>results</c>; without, as the specification shows it, a list for each type of descriptor.
/// Both are read.
/// </summary>
internal sealed record DescriptorPage
{
    public IReadOnlyList<Descriptor>? Results { get; init; }

    [JsonPropertyName("_page")]
    public RegistryPagePosition? Page { get; init; }

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? ByType { get; set; }

    public IReadOnlyList<Descriptor> All() => Results ??
    [
        .. (ByType ?? new Dictionary<string, JsonElement>())
            .Where(member => member.Key.StartsWith("xdm:", StringComparison.Ordinal) && member.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(member => member.Value.EnumerateArray()).Select(item => item.Deserialize(SchemasJson.Default.Descriptor)!),
    ];
}
