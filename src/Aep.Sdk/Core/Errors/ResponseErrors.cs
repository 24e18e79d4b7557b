using System.Net;
using System.Text;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Core.Errors;

/// <summary>Turns an answer into the exception that stands for it.</summary>
internal static class ResponseErrors
{
    /// <returns>The exception, or null for a success.</returns>
    public static async ValueTask<Exception?> FromStatusAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return null;
        string body = await ReadBodyAsync(response).ConfigureAwait(false);
        ErrorBody said = ErrorBody.Parse(body);
        AepErrorDetails details = Describe(response) with { ErrorCode = said.Code, Title = said.Title, Detail = said.Detail, Body = body };
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new AepAuthenticationException(details),
            HttpStatusCode.Forbidden => new AepPermissionException(details),
            HttpStatusCode.NotFound => new AepNotFoundException(details),
            HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed => new AepConflictException(details),
            HttpStatusCode.TooManyRequests => new AepThrottledException(details),
            _ => new AepRequestException(details),
        };
    }

    /// <summary>A success that cannot be read.</summary>
    public static async ValueTask<Exception?> FromUnreadableAsync(HttpResponseMessage response, Exception cause)
    {
        if (cause is OperationCanceledException or AepException)
            return cause;
        string body = await ReadBodyAsync(response).ConfigureAwait(false);
        string type = response.Content.Headers.ContentType?.ToString() ?? "no content type";
        return new AepResponseException(
            Describe(response) with { Body = body, Detail = $"The body ({type}) cannot be read: {cause.Message} It begins: {Begin(body)}" },
            cause);
    }

    /// <summary>No answer. The cause is kept; it holds no header.</summary>
    public static Exception FromTransport(HttpRequestMessage request, Exception cause) =>
        cause is OperationCanceledException or AepException
        ? cause
        : new AepRequestException(
            new AepErrorDetails
            {
                Method = request.Method.Method,
                Uri = UriRedaction.Redact(request.RequestUri),
                Detail = TransportReason.Of(cause),
                RequestId = Header(request, Pipeline.RequestId.Header),
            },
            cause);

    public static AepErrorDetails Describe(HttpResponseMessage response) => new()
    {
        Status = (int)response.StatusCode,
        Method = response.RequestMessage?.Method.Method ?? "",
        Uri = UriRedaction.Redact(response.RequestMessage?.RequestUri),
        RequestId = Header(response, Pipeline.RequestId.Header) ?? Header(response.RequestMessage, Pipeline.RequestId.Header),
        RetryAfter = RetryAfter.Of(response, TimeProvider.System),
    };

    private static async Task<string> ReadBodyAsync(HttpResponseMessage response)
    {
        try
        {
            // Not as a stream: the reader that could not make sense of it has read that to its end.
            byte[] body = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            return BodyRedaction.Redact(Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, AnswerBuffer.MaxErrorBytes)));
        }
        catch (Exception exception) when (
            exception is IOException or HttpRequestException or InvalidOperationException or ObjectDisposedException)
        {
            // The status is the news; a body that broke off, or that the reader has used up, only adds to it.
            return $"(the body could not be read: {exception.Message})";
        }
    }

    private static string Begin(string body) => body.Length <= 100 ? body : body[..100] + "…";

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;

    private static string? Header(HttpRequestMessage? request, string name) =>
        request is not null && request.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
}
