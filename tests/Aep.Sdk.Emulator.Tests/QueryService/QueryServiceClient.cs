using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.QueryService;

/// <summary>The HTTP API of Query Service over plain HTTP.</summary>
internal static class QueryServiceClient
{
    public const string Base = "/data/foundation/query";

    public static async Task<JsonObject> SendAsync(
        this HttpClient client, HttpMethod method, string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("http", StringComparison.Ordinal) ? path : Base + path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using HttpResponseMessage response = await client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Starts a query and answers with what it is when it has ended.</summary>
    public static async Task<JsonObject> RunAsync(this HttpClient client, object definition)
    {
        JsonObject created = await client.SendAsync(HttpMethod.Post, "/queries", definition, HttpStatusCode.Accepted);
        Assert.Equal("SUBMITTED", (string?)created["state"]);
        return await client.FinishAsync((string)created["id"]!);
    }

    public static Task<JsonObject> FinishAsync(this HttpClient client, string id) => Polling.UntilAsync(
        () => client.SendAsync(HttpMethod.Get, $"/queries/{id}"), query => (string?)query["state"] is not ("SUBMITTED" or "IN_PROGRESS"));
}
