using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;
using Amazon.Runtime;
using Amazon.S3;

namespace Aep.Sdk.Emulator.Tests.S3Storage;

/// <summary>A platform whose landing zone speaks S3, and Amazon's own client for it.</summary>
public sealed class S3Zone : IAsyncLifetime
{
    public const string Folder = "dlz-user-container";
    private readonly TemporaryFolder _folder = new();
    private JsonObject _answer = [];

    public EmulatorFixture Fixture { get; private set; } = null!;

    public AmazonS3Client Client { get; private set; } = null!;

    public string Bucket => (string)_answer["dlzPath"]!["bucketName"]!;

    public string AccessKey => (string)_answer["credentials"]!["awsAccessKeyId"]!;

    public string Secret => (string)_answer["credentials"]!["awsSecretAccessKey"]!;

    public string SessionToken => (string)_answer["credentials"]!["awsSessionToken"]!;

    public JsonObject Answer => _answer;

    /// <summary>What the platform keeps.</summary>
    public string DataFolder => _folder.Path;

    public Task InitializeAsync() => InitializeAsync(TimeProvider.System);

    public async Task InitializeAsync(TimeProvider time)
    {
        Fixture = await EmulatorFixture.StartAsync(new AepEmulatorOptions
        {
            LandingZone = LandingZoneProvider.S3,
            TimeProvider = time,
            DataFolder = DataFolder,
        });
        _answer =
            await Fixture.Client.CallAsync(200, HttpMethod.Get, "/data/foundation/connectors/landingzone/credentials?type=user_drop_zone");
        Client = Open(new SessionAWSCredentials(AccessKey, Secret, SessionToken));
    }

    public AmazonS3Client Open(AWSCredentials credentials) => new(credentials, new AmazonS3Config
    {
        ServiceURL = Fixture.Emulator.LandingZoneUrl.OriginalString,
        AuthenticationRegion = "us-east-1",
        ForcePathStyle = true,
        MaxErrorRetry = 0,
    });

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Fixture.DisposeAsync();
        _folder.Dispose();
    }
}
