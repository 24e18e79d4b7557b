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

    /// <summary>The data lake as the source of a dataset export; its name is <see cref="ConnectionSpecNames.ActivationDataLake"/>.</summary>
    public const string ActivationDataLake = "23598e46-f560-407b-88d5-ea6207e49db0";

    /// <summary>The profile store as the source of an audience activation.</summary>
    public const string ProfileStore = "8a9c3494-9708-43d7-ae3f-cda01e5030e1";

    /// <summary>Amazon S3 as a destination.</summary>
    public const string AmazonS3 = "4fce964d-3f37-408f-9778-e597338a21ee";

    /// <summary>Azure Blob Storage as a destination.</summary>
    public const string AzureBlob = "6d6b59bf-fb58-4107-9064-4d246c0e5bb2";
}
