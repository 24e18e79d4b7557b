namespace Aep.Sdk.Core;

/// <summary>Which request bodies can be sent a second time.</summary>
internal static class ReplayableContent
{
    private static readonly HttpRequestOptionsKey<bool> OneShot = new("Aep.Sdk.OneShot");

    /// <summary>A stream that was read cannot be read again; everything else can.</summary>
    public static bool Is(HttpContent content) =>
        content is MultipartContent parts ? parts.All(Is) : content is not StreamContent;

    /// <summary>Marks a request that must not be repeated whatever its verb is.</summary>
    public static void Forbid(HttpRequestMessage request) => request.Options.Set(OneShot, true);

    public static bool IsAllowed(HttpRequestMessage request) =>
        !(request.Options.TryGetValue(OneShot, out bool oneShot) && oneShot) && (request.Content is null || Is(request.Content));
}
