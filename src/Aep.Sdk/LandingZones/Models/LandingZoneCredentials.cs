namespace Aep.Sdk.LandingZones;

/// <summary>
/// Access to a Data Landing Zone. One of <see cref="Azure"/> and <see cref="Aws"/> is set, depending on the organisation's cloud.
/// </summary>
public sealed record LandingZoneCredentials
{
    /// <summary>Which landing zone.</summary>
    public required LandingZoneType Type { get; init; }

    /// <summary>Access to an Azure Blob container.</summary>
    public AzureLandingZone? Azure { get; init; }

    /// <summary>Access to a folder of an Amazon S3 bucket.</summary>
    public AwsLandingZone? Aws { get; init; }

    /// <summary>When the access ends, if the service says.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The root that paths of source connections start with: the container, or the folder of the bucket.</summary>
    public string Root =>
        Azure?.ContainerName ?? Aws?.Root ?? throw new InvalidOperationException("These credentials name no container and no bucket.");
}
