using System.Text.Json.Serialization;

namespace Aep.Sdk.LandingZones;

/// <summary>The credentials answer in its two shapes, Azure and AWS. A class, not a record: a record would print the secrets.</summary>
internal sealed class CredentialsBody
{
    public string? ContainerName { get; init; }

    public string? StorageAccountName { get; init; }

    [JsonPropertyName("SASToken")]
    public string? SasToken { get; init; }

    [JsonPropertyName("SASUri")]
    public string? SasUri { get; init; }

    /// <summary>The day on which access to Azure ends, if the service says.</summary>
    public string? ExpiryDate { get; init; }

    /// <summary>The second since 1970 at which the temporary keys for Amazon S3 end.</summary>
    public long? ExpiryTime { get; init; }

    public string? DlzProvider { get; init; }

    public AwsKeys? Credentials { get; init; }

    public AwsPath? DlzPath { get; init; }

    internal sealed class AwsKeys
    {
        public string? AwsAccessKeyId { get; init; }

        public string? AwsSecretAccessKey { get; init; }

        public string? AwsSessionToken { get; init; }
    }

    internal sealed class AwsPath
    {
        public string? BucketName { get; init; }

        public string? DlzFolder { get; init; }
    }
}
