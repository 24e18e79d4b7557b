namespace Aep.Sdk.Core.Pipeline;

/// <summary>Gives each request an id that stays the same over its retries.</summary>
internal sealed class RequestIdHandler : DelegatingHandler
{
    public const string Header = "x-request-id";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.NonValidated.Contains(Header))
            request.Headers.TryAddWithoutValidation(Header, Guid.NewGuid().ToString());
        return base.SendAsync(request, cancellationToken);
    }
}
