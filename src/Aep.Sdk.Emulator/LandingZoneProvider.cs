namespace Aep.Sdk.Emulator;

/// <summary>The cloud that a landing zone is provisioned in.</summary>
public enum LandingZoneProvider
{
    /// <summary>Azure Blob Storage: credentials are a SAS token.</summary>
    Azure,

    /// <summary>Amazon S3: credentials are an access key with a session token.</summary>
    S3,
}
