using System.Net;
using System.Text;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Core.Pipeline;
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

    private static Gen<byte[]> Bodies => Gen.OneOf(
        Gen.Byte.Array[0, 60],
        Gen.Select(Gen.Int[0, Answers.Length - 1], Gen.Int[0, 120], Gen.Int[0, 20], Gen.Byte, (answer, at, length, filler) =>
        {
            byte[] right = Encoding.UTF8.GetBytes(Answers[answer]);
            int from = Math.Min(at, right.Length), to = Math.Min(from + length, right.Length);
            return (byte[])[.. right[..from], filler, .. right[to..]];
        }));

    // Successes with bodies that are random, or right ones with pieces cut out and exchanged.
    [Fact]
    public async Task A_success_that_makes_no_sense_is_an_error_of_this_library()
    {
        var platform = new Platform();
        using var pipeline = new AepPipeline(TestOptions.For(new Uri("http://localhost")), new FixedToken(), platform);
        var schemas = new SchemasClient(pipeline);
        await Bodies.ForAllAsync(
            async sample =>
            {
                platform.Body = sample;
                Exception? error = await Record.ExceptionAsync(() => schemas.GetTenantIdAsync());
                Assert.True(error is null or AepException, $"{error}");
            },
            iter: 20_000);
    }

    // The same by the way around the modules, also as errors, and in charsets that there are and that there are not.
    [Fact]
    public async Task An_answer_to_a_raw_request_that_makes_no_sense_is_an_error_of_this_library()
    {
        var platform = new Platform();
        await using var aep = new AepClient(
            new AepPipeline(TestOptions.For(new Uri("http://localhost")) with { MaxRetries = 0 }, new FixedToken(), platform));
        Gen<string?> type = Gen.OneOf<string?>(
            null, "application/json", "application/json; charset=utf-16", "text/html; charset=klingon", "application/json; charset=\"\"", "x");
        await Gen.Select(Bodies, type, Gen.OneOf(200, 200, 201, 302, 400, 403, 429, 500)).ForAllAsync(
            async sample =>
            {
                (platform.Body, platform.ContentType, platform.Status) = sample;
                Exception? error = await Record.ExceptionAsync(() => aep.GetJsonAsync("/x", RawJson.Default.JsonObject));
                Assert.True(error is null or AepException, $"{error}");
            },
            iter: 10_000);
    }

    /// <summary>Answers with whatever it is given.</summary>
    private sealed class Platform : HttpMessageHandler
    {
        public byte[] Body { get; set; } = [];

        public string? ContentType { get; set; }

        public int Status { get; set; } = 200;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(Body);
            if (ContentType is not null)
                content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)Status) { Content = content, RequestMessage = request });
        }
    }
}
