using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Configuration;

public sealed class OptionsPrintTests
{
    private static readonly AepOptions Options = TestOptions.For(new Uri("https://platform.example/")) with
    {
        ClientSecret = new Secret("TOPSECRET"),
        TokenSource = new Talkative("TOPSECRET"),
    };

    [Fact]
    public void Options_print_what_they_are()
    {
        string text = Options.ToString();

        Assert.Contains("Scopes = openid,AdobeID,read_organizations", text);
        Assert.Contains("SandboxName = dev", text);
        Assert.Contains("MaxRetries = 4", text);
        Assert.Contains($"TokenSource = {typeof(Talkative)}", text);
    }

    // A record prints its members: that of a user may hold a token.
    [Fact]
    public void Options_print_no_secret_of_the_users_token_source() => Assert.DoesNotContain("TOPSECRET", Options.ToString());

    [Theory]
    [InlineData("https://user:TOPSECRET@platform.example/")]
    [InlineData("https://platform.example/?key=TOPSECRET")]
    [InlineData("https://platform.example/#TOPSECRET")]
    public void An_endpoint_has_no_place_for_a_secret(string endpoint)
    {
        AepOptions options = Options with { PlatformEndpoint = new Uri(endpoint), ImsEndpoint = new Uri(endpoint) };

        var mistake = Assert.Throws<AepConfigurationException>(options.Validate);

        Assert.Contains("PlatformEndpoint", mistake.Message);
        Assert.Contains("ImsEndpoint", mistake.Message);
        Assert.DoesNotContain("TOPSECRET", mistake.Message);
        Assert.DoesNotContain("TOPSECRET", options.ToString());
    }

    [Fact]
    public void A_time_that_no_timer_takes_is_a_mistake_of_the_configuration()
    {
        AepOptions options = Options with { RequestTimeout = TimeSpan.MaxValue, PollInterval = TimeSpan.FromDays(60) };

        var mistake = Assert.Throws<AepConfigurationException>(options.Validate);

        Assert.Contains("RequestTimeout", mistake.Message);
        Assert.Contains("PollInterval", mistake.Message);
        (Options with { OperationTimeout = TimeSpan.MaxValue, RetryBudget = TimeSpan.MaxValue }).Validate();
    }

    private sealed record Talkative(string Token) : IAepTokenSource
    {
        public Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new AccessToken(new Secret(Token), DateTimeOffset.MaxValue));
    }
}
