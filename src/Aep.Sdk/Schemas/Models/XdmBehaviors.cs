namespace Aep.Sdk.Schemas;

/// <summary>The behaviors.</summary>
public static class XdmBehaviors
{
    /// <summary>What something is.</summary>
    public const string Record = "https://ns.adobe.com/xdm/data/record";

    /// <summary>What happened, and when.</summary>
    public const string TimeSeries = "https://ns.adobe.com/xdm/data/time-series";

    /// <summary>Data for one purpose, without a class of Adobe's.</summary>
    public const string AdHoc = "https://ns.adobe.com/xdm/data/adhoc";
}
