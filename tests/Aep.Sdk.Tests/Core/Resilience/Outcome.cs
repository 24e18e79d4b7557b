using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Resilience;

/// <summary>What a verb does under a fault: requests that arrived, time waited between them, and how the call ended.</summary>
internal sealed record Outcome(Verb Verb, Fault Fault, int Requests, TimeSpan Waited, Exception? Error)
{
    public static async Task<Outcome> OfAsync(Verb verb, Fault fault)
    {
        var time = new SkippingTime();
        using var server = new FaultServer([.. fault.Answers.Select(answer => answer == FaultServer.Silence ? Silence(time) : answer)]);
        using var pipeline = new AepPipeline(TestOptions.For(server.Url, time), new FixedToken());
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

    // The server is silent for as long as the client has patience.
    private static FaultServer.Answer Silence(SkippingTime time) => (socket, cancellationToken) =>
    {
        time.ExpireDeadlines();
        return FaultServer.Silence(socket, cancellationToken);
    };
}
