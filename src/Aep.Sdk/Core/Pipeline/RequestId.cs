namespace Aep.Sdk.Core.Pipeline;

/// <summary>The id of a call, which stays the same over its attempts.</summary>
internal static class RequestId
{
    public const string Header = "x-request-id";

    /// <summary>Gives the request an id unless the caller has done so.</summary>
    public static void Ensure(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.Contains(Header))
            request.Headers.TryAddWithoutValidation(Header, New());
    }

    // A GUID of version 4 that needs to be unique, not secret: Guid.NewGuid asks the operating system for its random bytes, at every call.
    private static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
