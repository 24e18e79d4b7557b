namespace Aep.Sdk.Core.Pipeline;

/// <summary>How long a server asks to be left alone.</summary>
internal static class RetryAfter
{
    /// <summary>A client that is asked to wait longer than this does not wait: the caller decides.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static TimeSpan? Of(HttpResponseMessage? response, TimeProvider time) => response?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
