using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>Sends the messages of tests and shows what was answered. Each is sent once: a test wants to see the failure.</summary>
internal sealed class MessageSender : IDisposable
{
    private const int LongestAnswer = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    public void Dispose() => _client.Dispose();

    /// <exception cref="ApiException">400: there was no answer, or the message cannot be sent.</exception>
    public async Task<JsonObject> SendAsync(Message message, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = RequestOf(message);
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, cancellationToken);
            return new JsonObject
            {
                ["traceId"] = Guid.NewGuid().ToString(),
                ["request"] = message.ToJson(),
                ["response"] = new JsonObject
                {
                    ["body"] = await response.Content.ReadAsStringAsync(cancellationToken),
                    ["code"] = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture),
                    ["headers"] = new JsonArray([.. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                        .Select(header => new JsonObject { [header.Key] = header.Value.ToString() })]),
                },
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException
            || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw AuthoringErrors.Invalid($"{message.Method} {message.Address}: the destination gave no answer. {exception.Message}");
        }
    }

    private static HttpRequestMessage RequestOf(Message message)
    {
        var request = new HttpRequestMessage(new HttpMethod(message.Method), message.Address);
        if (message.Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", message.ContentType);
        }
        foreach ((string name, string value) in message.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)
                && request.Content?.Headers.TryAddWithoutValidation(name, value) != true)
                throw AuthoringErrors.Invalid($"httpTemplate.headers.{name}: there can be no such header.");
        }
        return request;
    }
}
