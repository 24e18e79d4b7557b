using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Kind of a destination server. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<DestinationServerType>))]
public readonly record struct DestinationServerType(string Value) : IOpenString<DestinationServerType>
{
    /// <summary>An address.</summary>
    public static DestinationServerType UrlBased => new("URL_BASED");

    /// <summary>An SFTP server.</summary>
    public static DestinationServerType Sftp => new("FILE_BASED_SFTP");

    /// <summary>Amazon S3.</summary>
    public static DestinationServerType S3 => new("FILE_BASED_S3");

    /// <summary>Azure Data Lake Storage Gen2.</summary>
    public static DestinationServerType AdlsGen2 => new("FILE_BASED_ADLS_GEN2");

    /// <summary>Azure Blob Storage.</summary>
    public static DestinationServerType AzureBlob => new("FILE_BASED_AZURE_BLOB");

    /// <summary>The Data Landing Zone.</summary>
    public static DestinationServerType DataLandingZone => new("FILE_BASED_DLZ");

    /// <summary>Google Cloud Storage.</summary>
    public static DestinationServerType GoogleCloudStorage => new("FILE_BASED_GOOGLE_CLOUD");

    /// <inheritdoc/>
    public static DestinationServerType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
