namespace Aep.Sdk.Flows;

/// <summary>Names of flow specifications that are looked up.</summary>
public static class FlowSpecNames
{
    /// <summary>Files of a cloud storage source into a dataset of the data lake.</summary>
    public const string CloudStorageToPlatform = "CloudStorageToAEP";
}
