using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace Aep.Sdk.LandingZones.S3;

/// <summary>Clients of Amazon S3 that use our sockets.</summary>
internal static class S3Clients
{
    public static AmazonS3Client Create(AwsLandingZone zone, HttpClient http, LandingZoneOptions options)
    {
        var config = new AmazonS3Config
        {
            HttpClientFactory = new OneHttpClient(http),
            // What was sent and received is checked by MD5 on both providers alike.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            RegionEndpoint = options.S3Endpoint is null ? RegionEndpoint.GetBySystemName(options.S3Region) : null,
            MaxErrorRetry = 4,
        };
        if (options.S3Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri.TrimEnd('/');
            config.AuthenticationRegion = options.S3Region;
            config.ForcePathStyle = true;
        }

        var keys = new SessionAWSCredentials(zone.AccessKeyId.Reveal(), zone.SecretAccessKey.Reveal(), zone.SessionToken.Reveal());
        return new AmazonS3Client(keys, config);
    }

    private sealed class OneHttpClient(HttpClient http) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => http;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
