using System.Text.Json.Serialization;
using Aep.Sdk.Core.Authentication;
using Aep.Sdk.Core.Diagnostics;
using Refit;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// What every module client is built on: one HTTP stack, one token, one clock. The pipelines of several sandboxes share the first two.
/// </summary>
internal sealed class AepPipeline : IDisposable
{
    private static readonly string UserAgent = $"Aep.Sdk/{typeof(AepPipeline).Assembly.GetName().Version?.ToString(3)}";

    private readonly HttpMessageHandler _handlers;
    private readonly bool _ownsHandlers;
    private readonly OwnedResources _owned;

    /// <summary>With tokens, and perhaps a transport, from elsewhere: for tests.</summary>
    internal AepPipeline(AepOptions options, ITokenSource tokens, HttpMessageHandler? transport = null)
        : this(options, tokens, Handlers(options, tokens, transport ?? Transport.Create(options)), new OwnedResources(), ownsHandlers: true)
    {
    }

    private AepPipeline(AepOptions options, ITokenSource tokens, HttpMessageHandler handlers, OwnedResources owned, bool ownsHandlers)
    {
        Options = options;
        Tokens = tokens;
        _handlers = handlers;
        _owned = owned;
        _ownsHandlers = ownsHandlers;
        Http = Client(AepHosts.Platform(options));
    }

    /// <exception cref="AepConfigurationException">The options are not usable.</exception>
    public static AepPipeline Create(AepOptions options)
    {
        options.Validate();
        SocketsHttpHandler transport = Transport.Create(options);
        // IMS and the platform share the connections, not the handlers.
        var ims = new HttpClient(new ImsDiscoveryHandler { InnerHandler = transport }, disposeHandler: false);
        CachedTokenSource tokens = Cached(options, ims);
        return new AepPipeline(options, tokens, Handlers(options, tokens, transport), new OwnedResources(), ownsHandlers: true);
    }

    public AepOptions Options { get; }

    public ITokenSource Tokens { get; }

    public HttpClient Http { get; }

    public TimeProvider Time => Options.TimeProvider;

    /// <summary>An internal interface that becomes HTTP, by the stub that Refit has generated for it.</summary>
    public T Api<T>(JsonSerializerContext json, Func<HttpClient, RefitSettings, T> stub) => stub(Http, RefitWiring.Settings(json));

    /// <summary>A service that has a host of its own.</summary>
    /// <exception cref="ArgumentException">The host is not Adobe's: it would be given the access token.</exception>
    public T ApiAt<T>(JsonSerializerContext json, Func<HttpClient, RefitSettings, T> stub, Uri address)
    {
        RequireTrusted(address);
        return stub(Client(address), RefitWiring.Settings(json));
    }

    /// <summary>A request carries the token: it goes to Adobe, or to the endpoint that was configured, and nowhere else.</summary>
    /// <exception cref="ArgumentException">The address leads elsewhere.</exception>
    public void RequireTrusted(Uri? address)
    {
        if (address is null)
            return;
        address = new Uri(Http.BaseAddress!, address); // a relative one can lead elsewhere, too: //host/path
        bool configured = Uri.Compare(
            address, Http.BaseAddress, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
        bool adobe = address.Scheme == Uri.UriSchemeHttps
            && (address.Host.EndsWith(".adobe.io", StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith(
                ".adobedc.net", StringComparison.OrdinalIgnoreCase));
        if (!configured && !adobe)
            throw new ArgumentException(
                $"{address.GetLeftPart(UriPartial.Authority)} is neither Adobe's nor the configured endpoint: the request would give it "
                    + "the access token.");
    }

    /// <summary>A pipeline for another sandbox of the organisation, on the same connections and the same token.</summary>
    public AepPipeline ForSandbox(string sandboxName) =>
        new(Options with { SandboxName = sandboxName }, Tokens, _handlers, _owned.Branch(), ownsHandlers: false);

    /// <summary>Ends a resource of a module with its client, or with the client that this one came from.</summary>
    public T Own<T>(T resource)
        where T : IDisposable
    {
        _owned.Add(resource);
        return resource;
    }

    public void Dispose()
    {
        Http.Dispose();
        _owned.Dispose();
        if (_ownsHandlers)
            _handlers.Dispose();
    }

    private HttpClient Client(Uri address)
    {
        var client = new HttpClient(_handlers, disposeHandler: false)
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan, // the time limit is the policy's: one for each attempt
        };
        foreach ((string name, string value) in HeadersOf(Options))
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        return client;
    }

    private static CachedTokenSource Cached(AepOptions options, HttpClient ims)
    {
        Func<CancellationToken, Task<AccessToken>> request = options.TokenSource is { } source
            ? new UserTokenRequest(source, options.TimeProvider).SendAsync
            : new MsalTokenRequest(options, ims).SendAsync;
        return new CachedTokenSource(request, options.TimeProvider, AepDiagnostics.Authentication(options));
    }

    // What every AEP service asks for, and who we are. A request that has one of them already keeps its own.
    private static IEnumerable<(string Name, string Value)> HeadersOf(AepOptions options) =>
    [
        ("x-api-key", options.ClientId),
        ("x-gw-ims-org-id", options.OrgId),
        ("x-sandbox-name", options.SandboxName),
        ("Accept", "application/json"),
        ("User-Agent", UserAgent),
    ];

    // A call, and within it each attempt, which takes a place and the token anew.
    private static CallHandler Handlers(AepOptions options, ITokenSource tokens, HttpMessageHandler transport)
    {
        var authentication = new BearerAuthentication(tokens);
        var attempts = new AttemptHandler(options, authentication) { InnerHandler = transport };
        return new CallHandler(options, authentication) { InnerHandler = attempts };
    }
}
