using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Tests.Support;

/// <summary>A platform as a process of its own, which a test can kill: nothing in it is told, and nothing is finished.</summary>
internal sealed class PlatformProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _log;

    private PlatformProcess(Process process, Task<string> log, HttpClient client, JsonObject started) =>
        (_process, _log, Client, Started) = (process, log, client, started);

    /// <summary>The line with which it said that it is there.</summary>
    public JsonObject Started { get; }

    /// <summary>A client with all headers that AEP asks for.</summary>
    public HttpClient Client { get; }

    public static async Task<PlatformProcess> StartAsync(params string[] arguments)
    {
        string program = typeof(AepEmulator).Assembly.Location;
        Process process = Process.Start(
            new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> log = process.StandardError.ReadToEndAsync();
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The platform has not started.");
        JsonObject started = JsonNode.Parse(line)!.AsObject();
        return new PlatformProcess(process, log, await ConnectAsync(started), started);
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Ends it, and returns what it has written to its log.</summary>
    public async Task<string> EndAsync()
    {
        Kill();
        return await _log;
    }

    public void Dispose()
    {
        Kill();
        Client.Dispose();
        _process.Dispose();
    }

    private static async Task<HttpClient> ConnectAsync(JsonObject started)
    {
        string Member(string name) => (string)started[name]!;
        var client = new HttpClient { BaseAddress = new Uri(Member("platform")) };
        using HttpResponseMessage token = await client.PostAsync(Member("ims") + "/ims/token/v3",
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = Member("clientId"),
                ["client_secret"] = Member("clientSecret"),
                ["scope"] = "openid,AdobeID,read_organizations",
            }));
        JsonObject granted = (await token.Content.ReadFromJsonAsync<JsonObject>())!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)granted["access_token"]!);
        client.DefaultRequestHeaders.Add("x-api-key", Member("clientId"));
        client.DefaultRequestHeaders.Add("x-gw-ims-org-id", Member("orgId"));
        client.DefaultRequestHeaders.Add("x-sandbox-name", Member("sandbox"));
        return client;
    }
}
