namespace Aep.Sdk.Flows;

/// <summary>Ids of flow specifications. They are the same in every organisation and sandbox.</summary>
public static class FlowSpecIds
{
    /// <summary>Exports and activations to the Data Landing Zone.</summary>
    public const string DataLandingZoneDestination = "cd2fc47e-e838-4f38-a581-8fff2f99b63a";

    /// <summary>Dataset exports to Amazon S3.</summary>
    public const string AmazonS3Destination = "269ba276-16fc-47db-92b0-c1049a3c131f";

    /// <summary>Dataset exports to Azure Blob Storage.</summary>
    public const string AzureBlobDestination = "95bd8965-fc8a-4119-b9c3-944c2c2df6d2";

    /// <summary>Exports and activations to Azure Data Lake Storage Gen2.</summary>
    public const string AzureDataLakeGen2Destination = "17be2013-2549-41ce-96e7-a70363bec293";

    /// <summary>Exports and activations to Google Cloud Storage.</summary>
    public const string GoogleCloudStorageDestination = "585c15c4-6cbf-4126-8f87-e26bff78b657";

    /// <summary>Exports and activations to SFTP.</summary>
    public const string SftpDestination = "354d6aad-4754-46e4-a576-1b384561c440";

    /// <summary>Audience activations to Amazon S3.</summary>
    public const string AmazonS3Audiences = "1a0514a6-33d4-4c7f-aff8-594799c47549";

    /// <summary>Audience activations to Azure Blob Storage.</summary>
    public const string AzureBlobAudiences = "752d422f-b16f-4f0d-b1c6-26e448e3b388";

    /// <summary>
    /// Audience activations to Azure Data Lake Storage Gen2 as the specification has them; Adobe's tutorial writes
    /// <see cref="AzureDataLakeGen2Destination"/>.
    /// </summary>
    public const string AzureDataLakeGen2Audiences = "db060570-a155-418a-a6d3-b4d97698e5dc";

    /// <summary>
    /// Audience activations to Google Cloud Storage as the specification has them; Adobe's tutorial writes
    /// <see cref="GoogleCloudStorageDestination"/>.
    /// </summary>
    public const string GoogleCloudStorageAudiences = "976d663b-80b4-4193-be6b-2d0487516623";

    /// <summary>
    /// Audience activations to SFTP as the specification has them; Adobe's tutorial writes <see cref="SftpDestination"/>.
    /// </summary>
    public const string SftpAudiences = "fd36aaa4-bf2b-43fb-9387-43785eeeb799";

    /// <summary>
    /// Audience activations to the Data Landing Zone as the specification has them; Adobe's tutorial writes
    /// <see cref="DataLandingZoneDestination"/>.
    /// </summary>
    public const string DataLandingZoneAudiences = "7e635b9f-e59b-4546-8ba8-fce6496693c8";

    /// <summary>Streaming into a dataset without a mapping.</summary>
    public const string StreamingSource = "d8a6f005-7eaf-4153-983e-e8574508b877";

    /// <summary>Streaming into a dataset with a mapping.</summary>
    public const string StreamingSourceWithMapping = "c1a19761-d2c7-4702-b9fa-fe91f0613e81";
}
