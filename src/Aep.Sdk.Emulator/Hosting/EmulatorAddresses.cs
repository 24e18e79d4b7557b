namespace Aep.Sdk.Emulator.Hosting;

/// <summary>Where the endpoints answer; each endpoint fills in its own when it is bound.</summary>
internal sealed class EmulatorAddresses
{
    /// <summary>The address that every endpoint binds to and that the certificate names.</summary>
    public const string Host = "127.0.0.1";

    public string Platform => $"http://{Host}:{PlatformPort}";
    public string SecurePlatform => $"https://{Host}:{PlatformPort}";
    public string Query => $"{Host}:{QueryPort}";
    public string LandingZone => $"http://{Host}:{LandingZonePort}";

    public int PlatformPort { get; set; }
    public int QueryPort { get; set; }
    public int LandingZonePort { get; set; }
}
