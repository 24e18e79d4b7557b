using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Core.Diagnostics;

/// <summary>Every log line of the core. Addresses come redacted; headers and bodies never come.</summary>
internal static partial class AepLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Method} {Uri} answered {Status} in {Milliseconds:0} ms (request {RequestId})")]
    public static partial void Answered(this ILogger logger, string method, string uri, int status, double milliseconds, string requestId);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Uri} got no answer in {Milliseconds:0} ms: {Reason} (request {RequestId})")]
    public static partial void Unanswered(
        this ILogger logger, string method, string uri, double milliseconds, string reason, string requestId);

    [LoggerMessage(3, LogLevel.Warning, "{Method} {Uri} is sent again in {Seconds:0.0} s (retry {Retry}): {Reason}")]
    public static partial void Retrying(this ILogger logger, string method, string uri, double seconds, int retry, string reason);

    [LoggerMessage(4, LogLevel.Warning, "The platform asks to slow down: all requests of this client wait {Seconds:0.0} s")]
    public static partial void Throttled(this ILogger logger, double seconds);

    [LoggerMessage(5, LogLevel.Debug, "Got an access token that ends at {ExpiresAt:u}")]
    public static partial void TokenRenewed(this ILogger logger, DateTimeOffset expiresAt);

    [LoggerMessage(6, LogLevel.Warning, "The access token could not be renewed ahead of time, it is tried again until it ends: {Reason}")]
    public static partial void TokenRenewalFailed(this ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Debug, "{Operation} {Id} is {Status} after {Seconds:0.0} s")]
    public static partial void OperationPolled(this ILogger logger, string operation, string id, string status, double seconds);
}
