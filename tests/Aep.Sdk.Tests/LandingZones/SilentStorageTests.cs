using Aep.Sdk.LandingZones;
using Aep.Sdk.Tests.Core.Resilience;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.LandingZones;

/// <summary>A storage that keeps the connection and says nothing more.</summary>
public sealed class SilentStorageTests
{
    [Fact]
    public async Task AStorageThatFallsSilentIsAskedAgainWhereItStopped()
    {
        var time = new SkippingTime();
        using var server = new FaultServer(
            async (socket, cancellationToken) =>
            {
                await socket.SendAsync("HTTP/1.1 200 OK\r\nETag: \"1-1\"\r\nContent-Length: 10\r\n\r\n"u8.ToArray(), cancellationToken);
                return true;
            },
            async (socket, cancellationToken) =>
            {
                await socket.SendAsync(
                    "HTTP/1.1 200 OK\r\nETag: \"1-1\"\r\nContent-Length: 10\r\n\r\nbegin"u8.ToArray(), cancellationToken);
                return await FaultServer.Silence(socket, cancellationToken);
            },
            FaultServer.Respond(206, "nings", headers: "ETag: \"1-1\"\r\nContent-Range: bytes 5-9/10\r\n"));
        using LandingZoneContainer zone = LandingZoneContainer.Open(
            new LandingZoneCredentials
            {
                Type = LandingZoneType.UserDropZone,
                Aws = new AwsLandingZone
                {
                    BucketName = "b",
                    AccessKeyId = new Secret("1"),
                    SecretAccessKey = new Secret("2"),
                    SessionToken = new Secret("3"),
                },
            },
            new LandingZoneOptions { S3Endpoint = server.Url, TimeProvider = time });
        await using Stream stream = await zone.OpenReadAsync("file");
        byte[] content = new byte[10];
        await stream.ReadExactlyAsync(content.AsMemory(0, 5));

        Task rest = stream.ReadExactlyAsync(content.AsMemory(5)).AsTask();
        Assert.False(rest.IsCompleted);
        time.ExpireDeadlines();

        await rest.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("beginnings"u8.ToArray(), content);
        Assert.Equal(3, server.Requests);
    }
}
