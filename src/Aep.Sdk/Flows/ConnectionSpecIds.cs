namespace Aep.Sdk.Flows;

/// <summary>Ids of connection specifications. They are the same in every organisation and sandbox.</summary>
public static class ConnectionSpecIds
{
    /// <summary>Data Landing Zone as a destination (container <c>dlz-destination</c>).</summary>
    public const string DataLandingZoneDestination = "10440537-2a7b-4583-ac39-ed38d4b848e8";

    /// <summary>Data Landing Zone as a source (container <c>dlz-user-container</c>).</summary>
    public const string DataLandingZoneSource = "26f526f2-58f4-4712-961d-e41bf1ccc0e8";

    /// <summary>The data lake as the target of a source dataflow.</summary>
    public const string DataLake = "c604ff05-7f1a-43c0-8e18-33bf874cb11c";

    /// <summary>
    /// The data lake as the source of a dataset export; its name is <see cref="ConnectionSpecNames.ActivationDataLake"/>.
    /// </summary>
    public const string ActivationDataLake = "23598e46-f560-407b-88d5-ea6207e49db0";

    /// <summary>The profile store as the source of an audience activation.</summary>
    public const string ProfileStore = "8a9c3494-9708-43d7-ae3f-cda01e5030e1";

    /// <summary>Amazon S3 as a destination.</summary>
    public const string AmazonS3 = "4fce964d-3f37-408f-9778-e597338a21ee";

    /// <summary>Azure Blob Storage as a destination.</summary>
    public const string AzureBlob = "6d6b59bf-fb58-4107-9064-4d246c0e5bb2";

    /// <summary>Azure Data Lake Storage Gen2 as a destination.</summary>
    public const string AzureDataLakeGen2 = "be2c3209-53bc-47e7-ab25-145db8b873e1";

    /// <summary>Google Cloud Storage as a destination.</summary>
    public const string GoogleCloudStorage = "c5d93acb-ea8b-4b14-8f53-02138444ae99";

    /// <summary>SFTP as a destination.</summary>
    public const string Sftp = "36965a81-b1c6-401b-99f8-22508f1e6a26";

    /// <summary>Streaming: an HTTP endpoint that takes events (<c>/collection</c>).</summary>
    public const string StreamingSource = "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb";
}
