using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Access;

/// <summary>Attributes of the members of a role.</summary>
public sealed record SubjectAttributes
{
    /// <summary>Labels, for example <c>core/S1</c>: the members may see data with them.</summary>
    public IReadOnlyList<string> Labels { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
