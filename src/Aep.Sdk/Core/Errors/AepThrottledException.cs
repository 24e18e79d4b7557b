namespace Aep.Sdk;

/// <summary>Too many requests (429), also after the retries.</summary>
public sealed class AepThrottledException(AepErrorDetails details) : AepRequestException(details)
{
    /// <summary>How long AEP asks to wait, where it says so.</summary>
    public TimeSpan? RetryAfter { get; } = details.RetryAfter;
}
