using System.Text.Json.Serialization;
using Aep.Sdk.Core.Authentication;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>What every module client is built on: one HTTP stack, one token, one clock.</summary>
internal sealed class AepPipeline : IDisposable
{
    private readonly HttpClient _ims;

    public AepPipeline(AepOptions options)
    {
        options.Validate();
        Options = options;
        _ims = new HttpClient(new ImsDiscoveryHandler { InnerHandler = Transport.Create(options) });
        Tokens = new CachedTokenSource(new MsalTokenRequest(options, _ims).SendAsync, options.TimeProvider);
        Http = new HttpClient(Handlers(options, Tokens, Transport.Create(options)))
        {
            BaseAddress = AepHosts.Platform(options),
            Timeout = Timeout.InfiniteTimeSpan, // the time limit is the policy's: one for each attempt
        };
    }

    public AepOptions Options { get; }

    public ITokenSource Tokens { get; }

    public HttpClient Http { get; }

    public TimeProvider Time => Options.TimeProvider;

    public T Api<T>(JsonSerializerContext json) => RefitWiring.Create<T>(Http, json);

    public void Dispose()
    {
        Http.Dispose();
        _ims.Dispose();
    }

    /// <summary>The order of the handlers: request id, retry, token, transport. A retry fetches the token anew, the id stays.</summary>
    internal static HttpMessageHandler Handlers(AepOptions options, ITokenSource tokens, HttpMessageHandler transport)
    {
        var authentication = new AuthenticationHandler(tokens, options) { InnerHandler = transport };
        DelegatingHandler retry = RetryPolicies.CreateHandler(options);
        retry.InnerHandler = authentication;
        return new RequestIdHandler { InnerHandler = retry };
    }
}
