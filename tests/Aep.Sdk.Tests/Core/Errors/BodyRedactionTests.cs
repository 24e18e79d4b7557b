using Aep.Sdk.Core.Errors;

namespace Aep.Sdk.Tests.Core.Errors;

public sealed class BodyRedactionTests
{
    [Theory]
    [InlineData("""{"token":"abc","a":"token"}""", """{"token":"***","a":"token"}""")]
    [InlineData("""{"SASToken" : "a\"bc", "x":1}""", """{"SASToken" : "***", "x":1}""")]
    [InlineData("""{"awsSecretAccessKey":"abc""", """{"awsSecretAccessKey":"***""")]
    [InlineData("https://a/b?sv=1&sig=abc%3D&se=2", "https://a/b?sv=1&sig=***&se=2")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: Bearer ***")]
    [InlineData("""{"error_code":"401013","message":"Oauth token is not valid"}""",
        """{"error_code":"401013","message":"Oauth token is not valid"}""")]
    [InlineData("""{"continuationToken":null}""", """{"continuationToken":null}""")]
    public void Credentials_are_covered_and_nothing_else(string body, string shown) => Assert.Equal(shown, BodyRedaction.Redact(body));
}
