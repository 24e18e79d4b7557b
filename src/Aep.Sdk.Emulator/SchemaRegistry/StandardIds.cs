namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The <c>$id</c>s of standard XDM that the services themselves speak of.</summary>
internal static class StandardIds
{
    public const string TimeSeries = "https://ns.adobe.com/xdm/data/time-series";
    public const string Record = "https://ns.adobe.com/xdm/data/record";
    public const string AdHoc = "https://ns.adobe.com/xdm/data/adhoc";
    public const string ExperienceEvent = "https://ns.adobe.com/xdm/context/experienceevent";
    public const string Profile = "https://ns.adobe.com/xdm/context/profile";
    public const string IdentityMap = "https://ns.adobe.com/xdm/context/identitymap";
}
