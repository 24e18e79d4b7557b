namespace Aep.Sdk;

/// <summary>What is known of a failed request.</summary>
public sealed record AepErrorDetails
{
    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Redacted URL.</summary>
    public required string Uri { get; init; }

    /// <summary>AEP's error code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Description.</summary>
    public string? Detail { get; init; }

    /// <summary>Id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>Body as it came, up to 64 KB.</summary>
    public string Body { get; init; } = "";

    /// <summary>How long AEP asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The version (ETag) that the caller had read, where a lost update was prevented.</summary>
    public string? ExpectedVersion { get; init; }

    /// <summary>The version (ETag) that AEP has now; null when it could not be read.</summary>
    public string? CurrentVersion { get; init; }
}
