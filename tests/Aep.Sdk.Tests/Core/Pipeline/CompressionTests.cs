using System.IO.Compression;
using System.Text;
using Aep.Sdk.Tests.Core.Resilience;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Pipeline;

public sealed class CompressionTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_answers_are_read_as_modules_read_them_and_as_streams(string encoding)
    {
        byte[] body = Compressed(encoding, """{"tenantId":"acme"}""");
        using var server = new FaultServer(FaultServer.Respond(200, body, headers: $"Content-Encoding: {encoding}\r\n"));
        await using var aep = new AepClient(TestOptions.For(server.Url) with { TokenSource = new UserToken() });
        Assert.Equal("acme", await aep.Schemas.GetTenantIdAsync());
        Assert.Equal("acme", (await aep.GetJsonAsync("/x")).GetProperty("tenantId").GetString());
        using HttpResponseMessage streamed = await aep.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/x"));
        Assert.Equal("""{"tenantId":"acme"}""", await streamed.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_error_that_is_compressed_keeps_its_words()
    {
        byte[] body = Compressed("br", """{"title":"Bad","detail":"a field is missing"}""");
        using var server = new FaultServer(FaultServer.Respond(400, body, headers: "Content-Encoding: br\r\n"));
        await using var aep = new AepClient(TestOptions.For(server.Url) with { TokenSource = new UserToken() });
        Assert.Equal("a field is missing", (await Assert.ThrowsAsync<AepRequestException>(() => aep.GetJsonAsync("/x"))).Detail);
    }

    private static byte[] Compressed(string encoding, string text)
    {
        using var bytes = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(bytes, CompressionMode.Compress),
            "br" => new BrotliStream(bytes, CompressionMode.Compress),
            _ => new ZLibStream(bytes, CompressionMode.Compress),
        })
            stream.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
