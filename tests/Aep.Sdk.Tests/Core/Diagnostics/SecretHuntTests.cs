using System.Diagnostics;
using System.Reflection;
using System.Text;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Queries;
using Aep.Sdk.Segmentation;
using Aep.Sdk.Tests.Core.Resilience;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Diagnostics;

public sealed class SecretHuntTests
{
    private const string Token = "TOKEN-f00d", ClientSecret = "SECRET-cafe", Signature = "SIGNATURE-beef", Password = "PASSWORD-babe";

    private static readonly string[] Secrets = [Token, ClientSecret, Signature, Password];

    /// <summary>
    /// Every module, against servers that answer, refuse and break off, with logs and traces on; then everything that was said is searched.
    /// </summary>
    [Fact]
    public async Task No_secret_shows_in_logs_exceptions_texts_and_traces()
    {
        using var logs = new CapturedLogs();
        var heard = new StringBuilder();
        using (Listen(heard))
        {
            foreach (FaultServer.Answer answer in Answers)
                await HearAsync(answer, logs, heard);
        }
        foreach ((string category, _, string text) in logs.Lines)
            Add(heard, $"{category} {text}");

        string all = heard.ToString();
        Assert.True(all.Length > 10_000, "nothing was heard");
        Assert.True(logs.Lines.Count > 50);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, all));
    }

    private static async Task HearAsync(FaultServer.Answer answer, CapturedLogs logs, StringBuilder heard)
    {

        using var server = new FaultServer(answer);
        AepOptions options = TestOptions.For(server.Url) with
        {
            ClientSecret = new Secret(ClientSecret),
            TokenSource = new UserToken(Token),
            LoggerFactory = logs,
        };
        await using var aep = new AepClient(options);
        Add(heard, $"{options} {aep} {aep.Options.ClientSecret} {Debugger(options.ClientSecret)}");
        foreach (Func<AepClient, Task> call in Calls)
            Add(heard, $"{await Record.ExceptionAsync(() => call(aep))}");
    }

    private static IEnumerable<FaultServer.Answer> Answers =>
    [
        FaultServer.Respond(200,
            $$"""{"id":"1","host":"127.0.0.1","port":1,"dbName":"dev:all","username":"u","token":"{{Password}}","SASToken":"{{Signature}}","SASUri":"https://a.blob.core.windows.net/c?sig={{Signature}}","storageAccountName":"a","containerName":"c"}"""),
        FaultServer.Respond(401, """{"error_code":"401013","message":"Oauth token is not valid"}"""),
        FaultServer.Respond(500, "<html>"),
        FaultServer.Respond(200, "<html>"),
        FaultServer.Reset,
    ];

    private static IEnumerable<Func<AepClient, Task>> Calls =>
    [
        aep => aep.Schemas.GetTenantIdAsync(),
        aep => aep.Datasets.FindByNameAsync("a"),
        aep => aep.Queries.Templates.GetAsync("1"),
        aep => aep.Queries.QueryAsync($"SELECT 1").ToListAsync().AsTask(),
        aep => aep.Flows.GetAsync("1"),
        async aep =>
        {
            LandingZoneCredentials credentials = await aep.LandingZones.GetCredentialsAsync(LandingZoneType.Destination);
            throw new InvalidOperationException($"{credentials} {credentials.Azure}");
        },
        aep => aep.Mappings.GetAsync("1"),
        aep => aep.Profiles.FindAsync("ECID", "1"),
        aep => aep.Segmentation.CreateAsync(new SegmentDefinition("a", Pql.Text("b = 1"))),
        aep => aep.VerifyConnectionAsync(),
        aep => aep.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/x?sig={Signature}&access_token={Token}")),
    ];

    private static ActivityListener Listen(StringBuilder heard)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Aep.Sdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                string events = string.Join(' ', activity.Events.Select(happened => happened.Name));
                Add(heard, $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {events}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    // Activities of other tests are heard too, from their threads.
    private static void Add(StringBuilder heard, string text)
    {
        lock (heard)
            heard.AppendLine(text);
    }

    private static string? Debugger(Secret secret) => secret.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()?.Value;
}
