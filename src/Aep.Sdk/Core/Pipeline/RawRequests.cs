using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Core.Errors;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>Requests that no module has, through the same pipeline.</summary>
internal sealed class RawRequests(AepPipeline pipeline)
{
    /// <summary>Leaves the answer's body for the caller to read.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Transfer.StreamAnswer(request);
        return AnswerAsync(request, cancellationToken);
    }

    public async Task<T> SendAsync<T>(
        HttpMethod method, string path, HttpContent? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        (await ReadAsync(method, path, body, type, cancellationToken).ConfigureAwait(false)).Required($"{method} {path}");

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        ReadAsync(HttpMethod.Get, path, null, AnyJson.Default.JsonElement, cancellationToken);

    private async Task<T?> ReadAsync<T>(
        HttpMethod method, string path, HttpContent? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using HttpResponseMessage response = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentLength == 0)
            throw new AepResponseException(
                ResponseErrors.Describe(response) with { Detail = $"The body is empty where {typeof(T).Name} was expected." });
        try
        {
            return await response.Content.ReadFromJsonAsync(type, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) // the second: an unknown charset
        {
            throw (await ResponseErrors.FromUnreadableAsync(response, exception).ConfigureAwait(false))!;
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        pipeline.RequireTrusted(request.RequestUri);
        request.RequestUri = BelowEndpoint(request.RequestUri);
        HttpResponseMessage response;
        try
        {
            response =
                await pipeline.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.Headers.Authorization = null; // the request is the caller's, who may print it
        }
        if (await ResponseErrors.FromStatusAsync(response).ConfigureAwait(false) is not { } error)
            return response;
        response.Dispose();
        throw error;
    }

    // An endpoint may have a path, of a gateway of the user's: modules keep it, HttpClient would replace it.
    private Uri? BelowEndpoint(Uri? address)
    {
        Uri endpoint = pipeline.Http.BaseAddress!;
        return address is null or { IsAbsoluteUri: true } || endpoint.AbsolutePath == "/"
            ? address
            : new Uri($"{endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{address.OriginalString.TrimStart('/')}");
    }
}
