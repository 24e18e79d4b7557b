using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Resilience;

/// <summary>What a verb does under a fault: requests that arrived, time waited between them, and how the call ended.</summary>
internal sealed record Outcome(Verb Verb, Fault Fault, int Requests, TimeSpan Waited, Exception? Error)
{
    // Real time: sockets are real. Long for loopback, short for a test.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    public static async Task<Outcome> OfAsync(Verb verb, Fault fault)
    {
        using var server = new FaultServer(fault.Answers);
        var time = new SkippingTime();
        using var pipeline = new AepPipeline(Options(server.Url, time, fault), new FixedToken());
        DateTimeOffset start = time.GetUtcNow();
        Exception? error = await Record.ExceptionAsync(() => verb.Send(pipeline));
        return new Outcome(verb, fault, server.Requests, time.GetUtcNow() - start, error);
    }

    /// <summary>Requests, waits, ending: a cell of the table.</summary>
    public override string ToString() => $"{Requests}{Waits()}: {Error?.GetType().Name ?? "succeeds"}";

    private string Waits() => this switch
    {
        { Waited.Ticks: 0 } => "",
        { Fault.AsksToWait: true } => $", waits {Requests - 1} × {Fault.AskedWait.TotalSeconds:0} s",
        _ => ", waits",
    };

    private static AepOptions Options(Uri url, TimeProvider time, Fault fault) => new()
    {
        OrgId = "org@AdobeOrg",
        ClientId = "client",
        ClientSecret = new Secret("secret"),
        SandboxName = "dev",
        PlatformEndpoint = url,
        TimeProvider = time,
        RequestTimeout = fault.Name == "no answer" ? Patience : TimeSpan.FromMinutes(2),
    };
}
