namespace Aep.Sdk.LandingZones;

/// <summary>A Data Landing Zone on Amazon S3, with temporary keys.</summary>
public sealed record AwsLandingZone
{
    /// <summary>The bucket.</summary>
    public required string BucketName { get; init; }

    /// <summary>The folder in the bucket.</summary>
    public string? Folder { get; init; }

    /// <summary>The access key's id.</summary>
    public required Secret AccessKeyId { get; init; }

    /// <summary>The access key.</summary>
    public required Secret SecretAccessKey { get; init; }

    /// <summary>The token that goes with the temporary key.</summary>
    public required Secret SessionToken { get; init; }

    // The folder has the name that the container has on Azure, which is what paths of source connections begin with.
    internal string Root => string.IsNullOrEmpty(Folder) ? BucketName : Folder.Trim('/');
}
