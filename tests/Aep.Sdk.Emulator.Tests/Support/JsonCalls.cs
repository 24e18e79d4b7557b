using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Tests.Support;

/// <summary>Requests with a JSON body and an answer of JSON.</summary>
internal static class JsonCalls
{
    /// <summary>Sends a request; an answer without a body is an empty object.</summary>
    public static async Task<(int Status, JsonObject Body)> CallAsync(
        this HttpClient client, HttpMethod method, string path, JsonNode? body = null, string? accept = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using HttpResponseMessage response = await client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject());
    }

    public static async Task<JsonObject> CallAsync(
        this HttpClient client, int expected, HttpMethod method, string path, JsonNode? body = null, string? accept = null)
    {
        (int status, JsonObject answer) = await client.CallAsync(method, path, body, accept);
        Assert.True(status == expected, $"{method} {path}: {status} {answer.ToJsonString()}");
        return answer;
    }

    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
