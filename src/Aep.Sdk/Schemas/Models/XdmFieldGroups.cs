namespace Aep.Sdk.Schemas;

/// <summary>Standard field groups.</summary>
public static class XdmFieldGroups
{
    /// <summary>E-mail sends, opens and clicks.</summary>
    public const string DirectMarketing = "https://ns.adobe.com/xdm/context/experienceevent-directmarketing";

    /// <summary>Pages, links and referrers.</summary>
    public const string Web = "https://ns.adobe.com/xdm/context/experienceevent-web";
}
