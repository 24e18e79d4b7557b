using System.Text;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Support;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Core.Errors;

public sealed class AnswerFuzzTests
{
    private static readonly string[] Answers =
    [
        """{"tenantId":"acme","a":{"b":[1,2,{"c":null}]},"long":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}""", "", "null", "[]", "{}",
            "<html></html>", "{\"tenantId\":null}", "\u0000", "{\"tenantId\":1}",
    ];

    // Successes with bodies that are random, or right ones with pieces cut out and exchanged.
    [Fact]
    public async Task A_success_that_makes_no_sense_is_an_error_of_this_library()
    {
        var platform = new Platform();
        using var pipeline = new AepPipeline(TestOptions.For(new Uri("http://localhost")), new FixedToken(), platform);
        var schemas = new SchemasClient(pipeline);
        Gen<byte[]> mutated =
            Gen.Select(Gen.Int[0, Answers.Length - 1], Gen.Int[0, 120], Gen.Int[0, 20], Gen.Byte, (answer, at, length, filler) =>
        {
            byte[] right = Encoding.UTF8.GetBytes(Answers[answer]);
            int from = Math.Min(at, right.Length), to = Math.Min(from + length, right.Length);
            return (byte[])[.. right[..from], filler, .. right[to..]];
        });
        await Gen.OneOf(Gen.Byte.Array[0, 60], mutated).ForAllAsync(
            async sample =>
            {
                platform.Body = sample;
                Exception? error = await Record.ExceptionAsync(() => schemas.GetTenantIdAsync());
                Assert.True(error is null or AepException, $"{error}");
            },
            iter: 20_000);
    }

    /// <summary>Answers with whatever it is given.</summary>
    private sealed class Platform : HttpMessageHandler
    {
        public byte[] Body { get; set; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(Body), RequestMessage = request });
    }
}
