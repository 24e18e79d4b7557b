using System.Text.Json.Serialization;
using Aep.Sdk.Core.Authentication;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>What every module client is built on: one HTTP stack, one token, one clock.</summary>
internal sealed class AepPipeline : IDisposable
{
    private readonly HttpClient? _ims;

    public AepPipeline(AepOptions options)
        : this(options, ImsClient(options))
    {
    }

    /// <summary>With tokens from elsewhere: for tests.</summary>
    internal AepPipeline(AepOptions options, ITokenSource tokens)
    {
        options.Validate();
        Options = options;
        Tokens = tokens;
        Http = new HttpClient(Handlers(options, Tokens, Transport.Create(options)))
        {
            BaseAddress = AepHosts.Platform(options),
            Timeout = Timeout.InfiniteTimeSpan, // the time limit is the policy's: one for each attempt
        };
    }

    private AepPipeline(AepOptions options, HttpClient ims)
        : this(options, new CachedTokenSource(new MsalTokenRequest(options, ims).SendAsync, options.TimeProvider)) => _ims = ims;

    public AepOptions Options { get; }

    public ITokenSource Tokens { get; }

    public HttpClient Http { get; }

    public TimeProvider Time => Options.TimeProvider;

    public T Api<T>(JsonSerializerContext json) => RefitWiring.Create<T>(Http, json);

    public void Dispose()
    {
        Http.Dispose();
        _ims?.Dispose();
    }

    private static HttpClient ImsClient(AepOptions options)
    {
        options.Validate();
        return new HttpClient(new ImsDiscoveryHandler { InnerHandler = Transport.Create(options) });
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
