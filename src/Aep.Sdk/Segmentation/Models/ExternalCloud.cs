using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>The storage that the file of an external audience lies in. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<ExternalCloud>))]
public readonly record struct ExternalCloud(string Value) : IOpenString<ExternalCloud>
{
    /// <summary>The Data Landing Zone of the sandbox.</summary>
    public static ExternalCloud DataLandingZone => new("DLZ");

    /// <summary>Amazon S3.</summary>
    public static ExternalCloud AmazonS3 => new("S3");

    /// <summary>Azure Blob Storage.</summary>
    public static ExternalCloud Azure => new("Azure");

    /// <summary>Google Cloud Storage.</summary>
    public static ExternalCloud GoogleCloudStorage => new("GCS");

    /// <summary>SFTP.</summary>
    public static ExternalCloud Sftp => new("SFTP");

    /// <inheritdoc/>
    public static ExternalCloud Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
