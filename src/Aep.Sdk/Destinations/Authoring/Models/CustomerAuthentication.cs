using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A way in which customers authenticate.</summary>
public sealed record CustomerAuthentication
{
    /// <summary>Which one.</summary>
    public CustomerAuthenticationType? AuthType { get; init; }

    /// <summary>Its options.</summary>
    public JsonObject? Options { get; init; }

    /// <summary>For OAuth 2: <c>OAUTH2_AUTHORIZATION_CODE</c>, <c>OAUTH2_PASSWORD</c> or <c>OAUTH2_CLIENT_CREDENTIALS</c>.</summary>
    public string? Grant { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
