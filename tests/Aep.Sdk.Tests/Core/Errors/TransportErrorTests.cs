using System.Security.Authentication;
using Aep.Sdk.Core.Errors;
using Aep.Sdk.Tests.Core.Diagnostics;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Errors;

public sealed class TransportErrorTests
{
    [Fact]
    public void What_is_wrong_with_a_certificate_is_in_the_message_with_what_to_do()
    {
        var cause = new HttpRequestException(
            HttpRequestError.SecureConnectionError, "The SSL connection could not be established, see inner exception.",
            new AuthenticationException("The remote certificate is invalid: UntrustedRoot"));
        Exception error = ResponseErrors.FromTransport(new HttpRequestMessage(HttpMethod.Get, "https://localhost/x"), cause);
        Assert.Contains("UntrustedRoot", error.Message);
        Assert.Contains("TrustedCertificateFile", error.Message);
        Assert.DoesNotContain("see inner exception", error.Message);
    }

    [Fact]
    public async Task A_request_without_an_answer_has_its_id()
    {
        using var logs = new CapturedLogs();
        await using var aep = new AepClient(
            TestOptions.For(new Uri("http://127.0.0.1:1")) with { TokenSource = new UserToken(), MaxRetries = 0, LoggerFactory = logs });

        var unanswered = await Assert.ThrowsAsync<AepRequestException>(() => aep.GetJsonAsync("/x"));

        Assert.Contains(logs.Lines, line => line.Text.Contains(unanswered.RequestId!, StringComparison.Ordinal));
        Assert.Contains(unanswered.RequestId!, unanswered.Message);
    }

    [Fact]
    public void A_reason_is_not_said_twice()
    {
        var cause = new HttpRequestException(
            HttpRequestError.ConnectionError, "Connection refused (localhost:1)", new IOException("Connection refused"));
        Exception error = ResponseErrors.FromTransport(new HttpRequestMessage(HttpMethod.Get, "https://localhost/x"), cause);
        Assert.EndsWith("Connection refused (localhost:1)", error.Message);
    }
}
