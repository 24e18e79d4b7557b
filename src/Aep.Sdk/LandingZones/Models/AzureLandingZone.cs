namespace Aep.Sdk.LandingZones;

/// <summary>A Data Landing Zone on Azure Blob Storage.</summary>
public sealed record AzureLandingZone
{
    /// <summary>The blob container, for example <c>dlz-user-container</c>.</summary>
    public required string ContainerName { get; init; }

    /// <summary>The storage account.</summary>
    public string? StorageAccountName { get; init; }

    /// <summary>The shared access signature.</summary>
    public required Secret SasToken { get; init; }

    /// <summary>The container's URL with the shared access signature.</summary>
    public required Secret SasUri { get; init; }
}
