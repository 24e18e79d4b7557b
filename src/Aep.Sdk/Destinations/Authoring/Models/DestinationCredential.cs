using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Credentials that Experience Platform uses at a destination (Destination SDK <c>/credentials</c>).</summary>
public sealed record DestinationCredential : IAuthoringResource
{
    /// <summary>Its id; none before it is created.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When it was created.</summary>
    public string? CreatedDate { get; init; }

    /// <summary>When it was changed last.</summary>
    public string? LastModifiedDate { get; init; }

    /// <summary>The kind.</summary>
    public string? Type { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>User and password.</summary>
    public CredentialSecrets? BasicAuthentication { get; init; }

    /// <summary>An access key of Amazon S3.</summary>
    public CredentialSecrets? S3Authentication { get; init; }

    /// <summary>User and private key.</summary>
    public CredentialSecrets? SshAuthentication { get; init; }

    /// <summary>Address and user of Azure.</summary>
    public CredentialSecrets? AzureAuthentication { get; init; }

    /// <summary>A connection string of Azure.</summary>
    public CredentialSecrets? AzureConnectionStringAuthentication { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
