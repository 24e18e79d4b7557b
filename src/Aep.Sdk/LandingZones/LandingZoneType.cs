namespace Aep.Sdk.LandingZones;

/// <summary>Which of the sandbox's Data Landing Zones.</summary>
public enum LandingZoneType
{
    /// <summary>Where Experience Platform exports to (<c>dlz_destination</c>).</summary>
    Destination,

    /// <summary>Where files are dropped for import (<c>user_drop_zone</c>).</summary>
    UserDropZone,
}
