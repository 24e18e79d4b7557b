using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>How an interactive client connects to Query Service (<c>GET /connection_parameters</c>). Prints no token.</summary>
public sealed record QueryConnection
{
    /// <summary>Name of the host.</summary>
    public string? Host { get; init; }

    /// <summary>Port of the PostgreSQL protocol over TLS.</summary>
    public int Port { get; init; }

    /// <summary>The user: the organisation.</summary>
    public string? Username { get; init; }

    /// <summary>The password: an access token, valid as long as that.</summary>
    [JsonConverter(typeof(SecretConverter))]
    public Secret? Token { get; init; }

    /// <summary>The token in a shorter form that some clients need.</summary>
    [JsonConverter(typeof(SecretConverter))]
    public Secret? CompressedToken { get; init; }

    /// <summary>The default database, <c>{sandbox}:all</c>.</summary>
    public string? DbName { get; init; }

    /// <summary>The host for clients that speak over a web socket.</summary>
    [JsonPropertyName("websoketHost")] // as the service spells it
    public string? WebsocketHost { get; init; }

    /// <summary>The version of the resource in the API.</summary>
    public int? Version { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
