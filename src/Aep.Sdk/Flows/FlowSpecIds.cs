namespace Aep.Sdk.Flows;

/// <summary>Ids of flow specifications. They are the same in every organisation and sandbox.</summary>
public static class FlowSpecIds
{
    /// <summary>Export of datasets or audiences to the Data Landing Zone.</summary>
    public const string DataLandingZoneDestination = "cd2fc47e-e838-4f38-a581-8fff2f99b63a";
}
