using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A way in which customers authenticate.</summary>
public sealed record CustomerAuthentication
{
    /// <summary><c>S3</c>, <c>SFTP_WITH_SSH_KEY</c>, <c>OAUTH2</c>, <c>BASIC</c>, <c>BEARER</c>, …</summary>
    public string? AuthType { get; init; }

    /// <summary>Its options.</summary>
    public JsonObject? Options { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
