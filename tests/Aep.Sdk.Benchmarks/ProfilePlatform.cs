using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator;

namespace Aep.Sdk.Benchmarks;

/// <summary>The local platform in a process of its own, and plain calls to it: what is measured is the platform, not a client.</summary>
internal sealed class ProfilePlatform : IAsyncDisposable
{
    public const string Command = "profile-platform";

    private static readonly AepEmulatorOptions Settings =
        new() { ClientId = "benchmark", ClientSecret = "only-on-loopback", ProcessingTime = TimeSpan.Zero };

    private readonly ServerProcess _process;
    private readonly HttpClient _http;

    private ProfilePlatform(ServerProcess process, HttpClient http) => (_process, _http) = (process, http);

    /// <summary>What the child process does, until its input is closed.</summary>
    public static async Task ServeAsync()
    {
        await using AepEmulator emulator = await AepEmulator.StartAsync(Settings);
        await ServerProcess.UntilClosedAsync(emulator.PlatformUrl.AbsoluteUri);
    }

    public static async Task<ProfilePlatform> StartAsync()
    {
        ServerProcess process = await ServerProcess.StartAsync(Command);
        var platform = new ProfilePlatform(process, new HttpClient { BaseAddress = process.Url });
        await platform.SignInAsync();
        return platform;
    }

    /// <summary>A dataset that feeds Profile: <c>userid</c> (an ECID), <c>propensity</c>, <c>city</c> and <c>visits</c>.</summary>
    public async Task<string> CreateDatasetAsync()
    {
        const string Registry = "/data/foundation/schemaregistry/tenant/";
        const string Profile = "https://ns.adobe.com/xdm/context/profile";
        JsonNode group = await SendAsync(HttpMethod.Post, Registry + "fieldgroups", $$"""
            { "type": "object", "title": "Scores", "meta:intendedToExtend": ["{{Profile}}"],
              "allOf": [{ "$ref": "#/definitions/customFields" }],
              "definitions": { "customFields": { "type": "object", "properties": { "{{Tenant}}": { "type": "object", "properties": {
                "userid": { "type": "string" }, "propensity": { "type": "number" },
                "city": { "type": "string" }, "visits": { "type": "integer" } } } } } } }
            """);
        JsonNode schema = await SendAsync(HttpMethod.Post, Registry + "schemas", $$"""
            { "title": "Scored people", "type": "object", "allOf": [{ "$ref": "{{Profile}}" }, { "$ref": "{{group["$id"]}}" }] }
            """);
        await SendAsync(HttpMethod.Post, Registry + "descriptors", $$"""
            { "@type": "xdm:descriptorIdentity", "xdm:sourceSchema": "{{schema["$id"]}}", "xdm:sourceVersion": 1,
              "xdm:sourceProperty": "/{{Tenant}}/userid", "xdm:namespace": "ECID", "xdm:property": "xdm:code", "xdm:isPrimary": true }
            """);
        await SendAsync(HttpMethod.Patch, $"{Registry}schemas/{schema["meta:altId"]}",
            """[{ "op": "add", "path": "/meta:immutableTags", "value": ["union"] }]""");
        JsonNode dataset = await SendAsync(HttpMethod.Post, "/data/foundation/catalog/dataSets", $$"""
            { "name": "Scored people",
              "schemaRef": { "id": "{{schema["$id"]}}", "contentType": "application/vnd.adobe.xed+json;version=1" },
              "tags": { "unifiedProfile": ["enabled:true"] } }
            """);
        return ((string)dataset[0]!)["@/dataSets/".Length..];
    }

    /// <summary>The member under which the fields of the organisation stand.</summary>
    public static string Tenant => "_" + Settings.TenantId;

    public async Task PutAsync(string path, string lines)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(lines));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using HttpResponseMessage response = await _http.PutAsync(path, content);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Sends a request; an answer without a body is an empty object.</summary>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (path.Contains("schemaregistry", StringComparison.Ordinal))
            request.Headers.TryAddWithoutValidation("Accept", "application/vnd.adobe.xed+json");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }

    private async Task SignInAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Settings.ClientId!,
            ["client_secret"] = Settings.ClientSecret!,
            ["scope"] = "openid",
        });
        using HttpResponseMessage response = await _http.PostAsync("/ims/token/v3", form);
        JsonObject token = (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["access_token"]!);
        _http.DefaultRequestHeaders.Add("x-api-key", Settings.ClientId);
        _http.DefaultRequestHeaders.Add("x-gw-ims-org-id", Settings.OrgId);
        _http.DefaultRequestHeaders.Add("x-sandbox-name", Settings.SandboxName);
    }
}
