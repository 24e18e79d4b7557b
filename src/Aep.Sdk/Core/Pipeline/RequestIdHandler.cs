namespace Aep.Sdk.Core.Pipeline;

/// <summary>Gives each request an id that stays the same over its retries, names this library, and prepares it for being repeated.</summary>
internal sealed class RequestIdHandler : DelegatingHandler
{
    private static readonly string UserAgent = $"Aep.Sdk/{typeof(RequestIdHandler).Assembly.GetName().Version?.ToString(3)}";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.Contains("x-request-id"))
            request.Headers.Add("x-request-id", Guid.NewGuid().ToString());
        if (request.Headers.UserAgent.Count == 0)
            request.Headers.Add("User-Agent", UserAgent);
        if (request.Headers.Accept.Count == 0)
            request.Headers.Add("Accept", "application/json");
        return base.SendAsync(request, cancellationToken);
    }
}
