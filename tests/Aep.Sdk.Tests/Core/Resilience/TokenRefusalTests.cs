using System.Net;
using Aep.Sdk.Core.Authentication;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Resilience;

public sealed class TokenRefusalTests
{
    private readonly TurningToken _tokens = new();
    private readonly Platform _platform = new();

    [Fact]
    public async Task A_token_that_is_refused_on_a_retry_is_renewed_too()
    {
        _platform.Answers(HttpStatusCode.ServiceUnavailable, HttpStatusCode.Unauthorized, HttpStatusCode.ServiceUnavailable);
        await using AepClient aep = Client();
        await aep.GetJsonAsync("/x");
        Assert.Equal(["token-0", "token-0", "token-1", "token-1"], _platform.Tokens);
    }

    [Fact]
    public async Task Calls_that_were_refused_with_one_token_renew_it_once()
    {
        var authentication = new BearerAuthentication(_tokens);
        HttpRequestMessage first = new(), second = new(), third = new();
        await authentication.ApplyAsync(first, default);
        await authentication.ApplyAsync(second, default);
        await authentication.RenewAsync(first, default);
        await authentication.RenewAsync(second, default);
        await authentication.ApplyAsync(third, default);
        Assert.Equal("Bearer token-1", third.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task A_body_that_cannot_be_sent_again_leaves_the_new_token_to_the_next_call()
    {
        _platform.Answers(HttpStatusCode.Unauthorized);
        await using AepClient aep = Client();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/x") { Content = new StreamContent(new MemoryStream([1])) };
        await Assert.ThrowsAsync<AepAuthenticationException>(() => aep.SendAsync(request));
        await aep.GetJsonAsync("/x");
        Assert.Equal(["token-0", "token-1"], _platform.Tokens);
    }

    private AepClient Client() => new(new AepPipeline(TestOptions.For(new Uri("http://localhost"), new SkippingTime()), _tokens, _platform));

    /// <summary>Gives the answers it was told to, then successes; notes the tokens that came.</summary>
    private sealed class Platform : HttpMessageHandler
    {
        private readonly Queue<HttpStatusCode> _answers = new();

        public List<string?> Tokens { get; } = [];

        public void Answers(params ReadOnlySpan<HttpStatusCode> answers)
        {
            foreach (HttpStatusCode answer in answers)
                _answers.Enqueue(answer);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Tokens.Add(request.Headers.Authorization?.Parameter);
            HttpStatusCode status = _answers.TryDequeue(out HttpStatusCode next) ? next : HttpStatusCode.OK;
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent("{}"), RequestMessage = request });
        }
    }
}
