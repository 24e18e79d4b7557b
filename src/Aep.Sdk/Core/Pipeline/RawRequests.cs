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
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        pipeline.RequireTrusted(request.RequestUri);
        TransferHandler.StreamAnswer(request);
        HttpResponseMessage response;
        try
        {
            response =
                await pipeline.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw ResponseErrors.FromTransport(request, exception);
        }
        if (await ResponseErrors.FromStatusAsync(response).ConfigureAwait(false) is not { } error)
            return response;
        response.Dispose();
        throw error;
    }

    public async Task<T> SendAsync<T>(
        HttpMethod method, string path, HttpContent? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using HttpResponseMessage response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        // Kept, so that an error can show what came instead.
        await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return (await response.Content.ReadFromJsonAsync(type, cancellationToken).ConfigureAwait(false)).Required($"{method} {path}");
        }
        catch (JsonException exception)
        {
            throw (await ResponseErrors.FromUnreadableAsync(response, exception).ConfigureAwait(false))!;
        }
    }
}
