namespace Aep.Sdk.Tests.Support;

/// <summary>Options for a server of a test.</summary>
internal static class TestOptions
{
    public static AepOptions For(Uri platform, TimeProvider? time = null) => new()
    {
        OrgId = "org@AdobeOrg",
        ClientId = "client",
        ClientSecret = new Secret("secret"),
        SandboxName = "dev",
        PlatformEndpoint = platform,
        TimeProvider = time ?? new SkippingTime(),
    };
}
