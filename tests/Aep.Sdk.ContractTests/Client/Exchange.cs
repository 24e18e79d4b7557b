using System.Net;
using System.Reflection;
using System.Text;
using Aep.Sdk.Core.Authentication;
using Aep.Sdk.Core.Pipeline;
using RefitStubs = Refit.Implementation.GeneratedAep_Sdk;

namespace Aep.Sdk.ContractTests.Client;

/// <summary>One call through the whole pipeline, to a transport that remembers the request and answers as told.</summary>
internal sealed class Exchange(int status, string body) : HttpMessageHandler
{
    private static readonly Dictionary<Type, MethodInfo> Stubs = typeof(RefitStubs).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(stub => stub.ReturnType);

    public HttpRequestMessage? Request { get; private set; }

    /// <summary>Calls the operation; gives what the method returned.</summary>
    /// <exception cref="AepException">What the method threw.</exception>
    public async Task<object?> CallAsync(ClientOperation operation)
    {
        var options = new AepOptions
        {
            OrgId = "org@AdobeOrg",
            ClientId = "client",
            ClientSecret = new Secret("secret"),
            SandboxName = "dev",
            MaxRetries = 0,
        };
        using var pipeline = new AepPipeline(options, new FixedToken(), this);
        MethodInfo stub = Stubs[operation.Method.DeclaringType!];
        object api = stub.Invoke(null, [pipeline.Http, RefitWiring.Settings(operation.Json)])!;
        var call = (Task)operation.Method.Invoke(api, SampleArguments.For(operation))!;
        await call;
        return operation.Method.ReturnType.IsGenericType ? call.GetType().GetProperty("Result")!.GetValue(call) : null;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Request = request;
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        });
    }

    private sealed class FixedToken : ITokenSource
    {
        public ValueTask<AccessToken> GetTokenAsync(AccessToken? rejected, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new AccessToken(new Secret("token"), DateTimeOffset.MaxValue));
    }
}
