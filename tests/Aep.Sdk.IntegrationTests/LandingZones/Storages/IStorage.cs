using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.LandingZones.Storages;

/// <summary>A storage that the landing-zone code runs against.</summary>
public interface IStorage
{
    /// <summary>Why it cannot be had on this machine; null if it can.</summary>
    string? Missing => null;

    /// <summary>Its address, for a proxy in between.</summary>
    Uri Address { get; }

    /// <summary>Opens it, by its own address or through another port.</summary>
    LandingZoneContainer Open(int? port = null);

    /// <summary>Opens it with a secret that is wrong.</summary>
    LandingZoneContainer OpenWrongly(string secret);
}
