namespace Aep.Sdk.Flows;

/// <summary>Names of connection specifications that are looked up.</summary>
public static class ConnectionSpecNames
{
    /// <summary>The data lake as the source of a dataset export.</summary>
    public const string ActivationDataLake = "activation-datalake";
}
