using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Where and how a destination is reached (Destination SDK <c>/destination-servers</c>).</summary>
public sealed record DestinationServer : IAuthoringResource
{
    /// <summary>Its id; none before it is created.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When it was created.</summary>
    public string? CreatedDate { get; init; }

    /// <summary>When it was changed last.</summary>
    public string? LastModifiedDate { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The kind: an address, or a storage for files.</summary>
    public DestinationServerType? DestinationServerType { get; init; }

    /// <summary>The address, for <see cref="Authoring.DestinationServerType.UrlBased"/>.</summary>
    public UrlBasedDestination? UrlBasedDestination { get; init; }

    /// <summary>The request that carries the profiles.</summary>
    public HttpTemplate? HttpTemplate { get; init; }

    /// <summary>The place on Amazon S3.</summary>
    public FileStorage? FileBasedS3Destination { get; init; }

    /// <summary>The place on an SFTP server.</summary>
    [JsonPropertyName("fileBasedSFTPDestination")]
    public FileStorage? FileBasedSftpDestination { get; init; }

    /// <summary>The place on Azure Data Lake Storage Gen2.</summary>
    public FileStorage? FileBasedAdlsGen2Destination { get; init; }

    /// <summary>The place on Azure Blob Storage.</summary>
    public FileStorage? FileBasedAzureBlobDestination { get; init; }

    /// <summary>The place on the Data Landing Zone.</summary>
    public FileStorage? FileBasedDlzDestination { get; init; }

    /// <summary>The place on Google Cloud Storage.</summary>
    public FileStorage? FileBasedGoogleCloudStorageDestination { get; init; }

    /// <summary>Format of the files.</summary>
    public FileConfigurations? FileConfigurations { get; init; }

    /// <summary>What is taken from its answer, for a server that is asked for choices or fields.</summary>
    public IReadOnlyList<ServerResponseField>? ResponseFields { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
