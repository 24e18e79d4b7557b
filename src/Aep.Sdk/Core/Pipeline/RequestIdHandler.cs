namespace Aep.Sdk.Core.Pipeline;

/// <summary>Gives each request an id that stays the same over its retries.</summary>
internal sealed class RequestIdHandler : DelegatingHandler
{
    public const string Header = "x-request-id";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.NonValidated.Contains(Header))
            request.Headers.TryAddWithoutValidation(Header, NewId());
        return base.SendAsync(request, cancellationToken);
    }

    // A GUID of version 4 that needs to be unique, not secret: Guid.NewGuid asks the operating system for its random bytes, at every call.
    private static string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
