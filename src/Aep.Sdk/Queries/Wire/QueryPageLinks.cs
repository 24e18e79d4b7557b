using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Queries;

internal sealed class QueryPageLinks
{
    /// <summary>An object with href in listings of queries and templates, the bare address in those of schedules.</summary>
    public JsonElement? Next { get; init; }

    [JsonIgnore]
    public string? NextAddress => Next switch
    {
        { ValueKind: JsonValueKind.Object } link => link.TryGetProperty("href", out JsonElement href) ? href.GetString() : null,
        { ValueKind: JsonValueKind.String } link => link.GetString(),
        _ => null,
    };
}
