using System.Text;
using Aep.Sdk.LandingZones;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Aep.Sdk.Tests.LandingZones;

public sealed class LandingZoneContainerTests : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly LandingZoneContainer _container;

    public LandingZoneContainerTests() => _container = LandingZoneContainer.Open(
        new LandingZoneCredentials
        {
            Type = LandingZoneType.UserDropZone,
            Azure = new AzureLandingZone
            {
                ContainerName = "zone",
                SasToken = new Secret("sig=hidden"),
                SasUri = new Secret($"{_server.Url}/account/zone?sv=1&sig=hidden")
            },
        },
        new LandingZoneOptions { TimeProvider = TimeProvider.System });

    public void Dispose()
    {
        _container.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task TheNewestExportIsFoundAcrossPages()
    {
        Listing(null, "page2", "cmle/egress/d1/exportTime=20260301100000/a.parquet", "cmle/egress/d1/exportTime=20260302100000/b.parquet");
        Listing("page2", "", "cmle/egress/d1/exportTime=20260302100000/a.parquet");

        ExportFolder? export = await _container.FindLatestExportAsync("/cmle/egress", "d1");

        Assert.Equal(("cmle/egress/d1/exportTime=20260302100000", "20260302100000"), (export!.Path, export.ExportTime));
        Assert.Equal(["a.parquet", "b.parquet"], export.Files.Select(file => file.Path.Split('/')[^1]));
        Assert.All(export.Files, file => Assert.Equal(7, file.Length));
        var request = _server.LogEntries[0].RequestMessage!;
        Assert.Equal("cmle/egress/d1/exportTime=", Assert.Single(request.Query!["prefix"]));
        Assert.Equal("hidden", Assert.Single(request.Query["sig"]));
    }

    [Fact]
    public async Task NoExportIsNull()
    {
        Listing(null, "");
        Assert.Null(await _container.FindLatestExportAsync("cmle/egress", "d1"));
    }

    [Fact]
    public async Task TheLatestFileOfASegmentIsFound()
    {
        Listing(null, "", "out/a_s1_20260301.csv", "out/a_s1_20260302.csv", "out/a_s2_20260303.csv");
        Assert.Equal("out/a_s1_20260302.csv", (await _container.FindLatestFileAsync("/out/", "s1"))!.Path);
        Assert.Null(await _container.FindLatestFileAsync("out", "s3"));
    }

    [Fact]
    public async Task AFileIsWrittenAsABlob()
    {
        _server.Given(Request.Create().UsingPut().WithPath("/account/zone/cmle/ingress/scores=1.csv"))
            .RespondWith(Response.Create().WithStatusCode(201).WithHeader("ETag", "\"1\"").WithHeader(
                "Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT"));

        using var content = new MemoryStream("userId,prediction\n"u8.ToArray());
        await _container.UploadAsync("/cmle/ingress/scores=1.csv", content);

        var request = Assert.Single(_server.LogEntries).RequestMessage!;
        Assert.Equal("userId,prediction\n", request.Body ?? Encoding.UTF8.GetString(request.BodyAsBytes!));
        Assert.Equal("BlockBlob", Assert.Single(request.Headers!["x-ms-blob-type"]));
        Assert.Equal("hidden", Assert.Single(request.Query!["sig"]));
    }

    [Fact]
    public async Task AMissingFileIsNotFoundAndTheSignatureDoesNotShow()
    {
        _server.Given(Request.Create().UsingAnyMethod())
            .RespondWith(Response.Create().WithStatusCode(404).WithHeader("x-ms-error-code", "BlobNotFound"));
        var error = await Assert.ThrowsAsync<AepNotFoundException>(() => _container.OpenReadAsync("a/b.csv"));
        Assert.Equal("BlobNotFound", error.ErrorCode);
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExpiredSignatureIsAPermissionErrorThatSaysWhatToDo()
    {
        _server.Given(Request.Create().UsingAnyMethod())
            .RespondWith(Response.Create().WithStatusCode(403).WithHeader("x-ms-error-code", "AuthenticationFailed"));
        var error = await Assert.ThrowsAsync<AepPermissionException>(async () => await _container.ListAsync("a").ToListAsync());
        Assert.Contains("expired", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnS3LandingZoneIsOpenedWithItsKeys()
    {
        var aws = new AwsLandingZone
        {
            BucketName = "b",
            AccessKeyId = new Secret("1"),
            SecretAccessKey = new Secret("2"),
            SessionToken = new Secret("3")
        };
        using LandingZoneContainer container =
            LandingZoneContainer.Open(new LandingZoneCredentials { Type = LandingZoneType.Destination, Aws = aws });
        Assert.Same(aws, container.Credentials.Aws);
    }

    private void Listing(string? marker, string next, params string[] paths)
    {
        IEnumerable<string> blobs = paths.Select(path =>
            $"<Blob><Name>{path}</Name><Properties><Content-Length>7</Content-Length><Last-Modified>Sun, 01 Mar 2026 10:00:00 "
                + "GMT</Last-Modified></Properties></Blob>");
        string body =
            $"""<?xml version="1.0" encoding="utf-8"?><EnumerationResults><Blobs>{string.Concat(blobs)}</Blobs><NextMarker>{next}</NextMarker></EnumerationResults>""";
        var request = Request.Create().UsingGet().WithPath("/account/zone").WithParam("comp", "list");
        if (marker is not null) request = request.WithParam("marker", marker);
        _server.Given(request).AtPriority(marker is null ? 2 : 1)
            .RespondWith(Response.Create().WithStatusCode(200).WithHeader("Content-Type", "application/xml").WithBody(body));
    }
}
