namespace Aep.Sdk.Core;

/// <summary>Adobe's hosts by environment.</summary>
internal static class AepHosts
{
    private const string ProdIms = "ims-na1.adobelogin.com";
    private const string StageIms = "ims-na1-stg1.adobelogin.com";

    public static Uri Platform(AepOptions options) => options.PlatformEndpoint ?? new Uri(options.Environment == AepEnvironment.Stage
        ? "https://platform-stage.adobe.io"
        : "https://platform.adobe.io");

    public static Uri Ims(AepOptions options) =>
        options.ImsEndpoint ?? new Uri($"https://{(options.Environment == AepEnvironment.Stage ? StageIms : ProdIms)}");

    public static bool IsAdobeIms(string host) => host is ProdIms or StageIms;
}
