using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>The secrets of a credential; which of them depends on its kind.</summary>
public sealed record CredentialSecrets
{
    /// <summary>The address.</summary>
    public string? Url { get; init; }

    /// <summary>The user.</summary>
    public string? Username { get; init; }

    /// <summary>The password.</summary>
    [JsonConverter(typeof(SecretConverter))]
    public Secret? Password { get; init; }

    /// <summary>The id of an access key.</summary>
    public string? AccessId { get; init; }

    /// <summary>The access key.</summary>
    [JsonConverter(typeof(SecretConverter))]
    public Secret? SecretKey { get; init; }

    /// <summary>The private key.</summary>
    [JsonConverter(typeof(SecretConverter))]
    public Secret? SshKey { get; init; }

    /// <summary>The tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>The service principal.</summary>
    public string? ServicePrincipalId { get; init; }

    /// <summary>Its key.</summary>
    [JsonConverter(typeof(SecretConverter))]
    public Secret? ServicePrincipalKey { get; init; }

    /// <summary>The connection string.</summary>
    [JsonConverter(typeof(SecretConverter))]
    public Secret? ConnectionString { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
