using System.Net;
using System.Text;
using Aep.Sdk.Core.Errors;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Core.Errors;

public sealed class ErrorBodyTests
{
    // One body of each service's dialect.
    public static TheoryData<string, string?, string?, string?> Dialects => new()
    {
        { """{"type":"http://ns.adobe.com/aep/errors/XDM-1010-404","title":"Resource not found","status":404,"report":{"registryRequestId":"r"},"detail":"No such schema"}""", "XDM-1010-404", "Resource not found", "No such schema" },
        { """{"type":"/placeholder/type/uri","status":400,"title":"BadRequest","detail":"dataSet is bad"}""", null, "BadRequest",
            "dataSet is bad" },
        { """{"errors":[{"code":"UECI-1001","message":"Flow is bad"}]}""", "UECI-1001", null, "Flow is bad" },
        { """{"errorCode":"QUERY-1","title":"Bad SQL","errorMessage":"line 1"}""", "QUERY-1", "Bad SQL", "line 1" },
        { """{"error_code":"403025","message":"SSL is required"}""", "403025", null, "SSL is required" },
        { """{"error_code":"401013","message":"Oauth token is not valid"}""", "401013", null, "Oauth token is not valid" },
        { """{"error":"invalid_client","error_description":"invalid client_secret parameter"}""", "invalid_client", null,
            "invalid client_secret parameter" },
        { """{"statusCode":429,"message":"Too many","code":429050}""", "429050", null, "Too many" },
        { """{"code":"MAPPER-3700-500","title":"Oops","description":"mapping failed"}""", "MAPPER-3700-500", "Oops", "mapping failed" },
        { """{"errors":[{"code":"F-1","message":"one"},{"code":"F-2","message":"two"},{"code":"F-2","message":"two"}]}""", "F-1", null,
            "one | two" },
        { """{"type":"http://ns.adobe.com/aep/errors/XDM-1400-400","title":"Bad","report":{"detailed-message":"two fields","sub-errors":[{"detail":"a is bad"},{"detail":"b is bad"}]}}""", "XDM-1400-400", "Bad",
            "two fields | a is bad | b is bad" },
        // Segmentation Service keeps the reasons under the status.
        { """{"requestId":"r","errors":{"400":[{"code":400,"message":"A field is missing."},{"code":400,"message":"No usable value for name"}]},"type":"https://ns.adobe.com/aep/errors/UPLIB-101206-500","title":"Bad body","status":400}""", "UPLIB-101206-500",
            "Bad body", "A field is missing. | No usable value for name" },
        { """{"errors":{"404":[{"code":"UPAPI-113000-404","message":"not found"}]}}""", "UPAPI-113000-404", null, "not found" },
        { """{"errors":{"name":["must not be empty"]},"title":"Bad","type":"about:blank"}""", null, "Bad", "must not be empty" },
        // What stands beside a list counts too.
        { """{"errorCode":"Q-1","title":"Bad SQL","detail":"3 faults","errors":[{"code":"E-1","message":"line 1"}]}""", "Q-1", "Bad SQL",
            "3 faults | line 1" },
        { """[{"message":"Too many requests","cause":"rate is large","retryAfterMs":"500","statusCode":"429"}]""", null, null,
            "Too many requests | rate is large" },
        { """{"message":"UPS-MRG-1000001:Identities cannot be retrieved","cause":"no such namespace","statusCode":"422"}""", "UPS-MRG-1000001",
            null, "UPS-MRG-1000001:Identities cannot be retrieved | no such namespace" },
        { """{"errorCode":"OBS-1","httpStatus":400,"title":"Bad metric","details":"no such metric"}""", "OBS-1", "Bad metric", "no such metric" },
        { """{"title":"Namespace validation","status":400,"report":{"code":"INVALID_REQUEST_PARAMS"},"description":"idType is bad"}""",
            "INVALID_REQUEST_PARAMS", "Namespace validation", "idType is bad" },
        { """{"error":{"code":"E-7","message":"nested"}}""", "E-7", null, "nested" },
        { """{"type":"http://ns.adobe.com/aep/errors/HYGN-3102-400","title":"Bad","status":400,"error-chain":[{"serviceId":"HYGN","errorCode":"HYGN-3102-400","errorMessage":"datasetId is missing"}]}""", "HYGN-3102-400",
            "Bad", "datasetId is missing" },
        { """{"errors":[null,"gone"]}""", null, null, "null | gone" },
        { """{"code":"E-8","message":"half a sign: \ud800"}""", null, null, """{"code":"E-8","message":"half a sign: \ud800"}""" },
        { "upstream connect error", null, null, "upstream connect error" },
        { "<html><body>Bad Gateway</body></html>", null, null, "<html><body>Bad Gateway</body></html>" },
        { "\"a text\"", null, null, "a text" },
        { "[]", null, null, "[]" },
    };

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Every_dialect_becomes_code_title_and_detail(string body, string? code, string? title, string? detail)
    {
        AepRequestException error = await ErrorAsync(400, Encoding.UTF8.GetBytes(body));
        Assert.Equal((code, title, detail), (error.ErrorCode, error.Title, error.Detail));
        Assert.Equal(body, error.Body);
        Assert.Contains(detail!, error.Message);
    }

    [Theory]
    [InlineData(400, typeof(AepRequestException))]
    [InlineData(401, typeof(AepAuthenticationException))]
    [InlineData(403, typeof(AepPermissionException))]
    [InlineData(404, typeof(AepNotFoundException))]
    [InlineData(409, typeof(AepConflictException))]
    [InlineData(412, typeof(AepConflictException))]
    [InlineData(429, typeof(AepThrottledException))]
    [InlineData(500, typeof(AepRequestException))]
    public async Task The_status_decides_the_type(int status, Type type)
    {
        AepRequestException error = await ErrorAsync(status, []);
        Assert.Equal(type, error.GetType());
        Assert.Equal(status, error.Status);
        Assert.Equal("the-id", error.RequestId);
        Assert.Contains("the-id", error.Message);
    }

    [Fact]
    public async Task Secrets_in_the_address_are_not_shown()
    {
        AepRequestException error = await ErrorAsync(400, [], "https://h/p?sig=TOPSECRET&limit=5&client_secret=TOPSECRET&property=name==x");
        Assert.DoesNotContain("TOPSECRET", error.ToString());
        Assert.Contains("limit=5", error.Uri);
    }

    [Fact]
    public async Task A_large_body_is_cut()
    {
        AepRequestException error = await ErrorAsync(500, new byte[1_000_000]);
        Assert.Equal(64 * 1024, error.Body.Length);
        Assert.True(error.Message.Length < 1_000);
    }

    // Bodies of every shape: random bytes, and dialects with pieces cut out, doubled and exchanged.
    [Fact]
    public void Nothing_that_a_server_can_say_causes_another_error()
    {
        Gen<byte[]> random = Gen.Byte.Array[0, 300];
        string[] dialects = [.. Dialects.Select(row => (string)row[0])];
        Gen<byte[]> mutated =
            Gen.Select(Gen.Int[0, dialects.Length - 1], Gen.Int[0, 400], Gen.Int[0, 40], Gen.Byte, (dialect, at, length, filler) =>
        {
            byte[] body = Encoding.UTF8.GetBytes(dialects[dialect]);
            int from = Math.Min(at, body.Length), to = Math.Min(from + length, body.Length);
            return (byte[])[.. body[..from], filler, .. (filler % 2 == 0 ? body[from..to] : []), .. body[to..]];
        });
        Gen.Select(Gen.OneOf(random, mutated), Gen.Int[400, 599]).ForAll((body, status) =>
        {
            AepRequestException error = ErrorAsync(status, body).GetAwaiter().GetResult();
            return error.Message.Length < 2_000;
        }, iter: 100_000);
    }

    private static async Task<AepRequestException> ErrorAsync(int status, byte[] body, string uri = "https://platform.adobe.io/data")
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new ByteArrayContent(body),
            RequestMessage = new HttpRequestMessage(HttpMethod.Get, uri),
        };
        response.Headers.Add("x-request-id", "the-id");
        return Assert.IsAssignableFrom<AepRequestException>(await ResponseErrors.FromStatusAsync(response));
    }
}
