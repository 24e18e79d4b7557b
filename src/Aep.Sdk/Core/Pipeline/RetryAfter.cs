namespace Aep.Sdk.Core.Pipeline;

/// <summary>How long a server asks to be left alone.</summary>
internal static class RetryAfter
{
    /// <summary>A client that is asked to wait longer than this does not wait: the caller decides.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static TimeSpan? Of(HttpResponseMessage? response, TimeProvider time) => response?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => Until(date, response.Headers.Date ?? time.GetUtcNow()),
        _ => null,
    };

    // From the server's own now, where it tells: the clock of this machine may be wrong.
    private static TimeSpan Until(DateTimeOffset date, DateTimeOffset now) => date > now ? date - now : TimeSpan.Zero;
}
