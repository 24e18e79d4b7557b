namespace Aep.Sdk.Schemas;

/// <summary>Standard classes.</summary>
public static class XdmClasses
{
    /// <summary>Events: what a person did, and when.</summary>
    public const string ExperienceEvent = "https://ns.adobe.com/xdm/context/experienceevent";

    /// <summary>Attributes of a person.</summary>
    public const string IndividualProfile = "https://ns.adobe.com/xdm/context/profile";
}
