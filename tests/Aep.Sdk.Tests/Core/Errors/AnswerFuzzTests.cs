using System.Text;
using Aep.Sdk.Tests.Core.Resilience;
using Aep.Sdk.Tests.Support;
using CsCheck;

namespace Aep.Sdk.Tests.Core.Errors;

public sealed class AnswerFuzzTests
{
    private static readonly string[] Answers =
    [
        """{"tenantId":"acme","a":{"b":[1,2,{"c":null}]},"long":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}""", "", "null", "[]", "{}", "<html></html>", "{\"tenantId\":null}", "\u0000", "{\"tenantId\":1}",
    ];

    // Successes with bodies that are random, or right ones with pieces cut out and exchanged.
    [Fact]
    public async Task A_success_that_makes_no_sense_is_an_error_of_this_library()
    {
        byte[] body = [];
        using var server = new FaultServer((socket, cancellationToken) => FaultServer.Respond(200, body)(socket, cancellationToken));
        await using var aep = new AepClient(TestOptions.For(server.Url) with { TokenSource = new UserToken() });
        Gen<byte[]> mutated = Gen.Select(Gen.Int[0, Answers.Length - 1], Gen.Int[0, 120], Gen.Int[0, 20], Gen.Byte, (answer, at, length, filler) =>
        {
            byte[] right = Encoding.UTF8.GetBytes(Answers[answer]);
            int from = Math.Min(at, right.Length), to = Math.Min(from + length, right.Length);
            return (byte[])[.. right[..from], filler, .. right[to..]];
        });
        await Gen.OneOf(Gen.Byte.Array[0, 60], mutated).SampleAsync(
            async sample =>
            {
                body = sample;
                Exception? error = await Record.ExceptionAsync(() => aep.Schemas.GetTenantIdAsync());
                Assert.True(error is null or AepException, $"{error}");
            },
            iter: 5_000, threads: 1);
    }
}
