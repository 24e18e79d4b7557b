using System.IO.Compression;
using System.Text;

namespace Aep.Sdk.Tests.Core.Resilience;

/// <summary>Something that goes wrong, as the answers of a server.</summary>
internal sealed record Fault(string Name, params FaultServer.Answer[] Answers)
{
    public static readonly TimeSpan AskedWait = TimeSpan.FromSeconds(7);

    private static readonly FaultServer.Answer Fine = FaultServer.Respond(200, Verb.Success);

    public bool AsksToWait => Name == "429 with Retry-After";

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("connection refused"),
        new("reset before the headers", FaultServer.Reset),
        new("reset in the body", FaultServer.ResetInBody),
        new("no answer", FaultServer.Silence),
        new("401 once", Refusal(401), Fine),
        new("401 for ever", Refusal(401)),
        new("403", Refusal(403)),
        new("404", Refusal(404)),
        new("409", Refusal(409)),
        new("429 with Retry-After", Refusal(429, "Retry-After: 7\r\n")),
        new("429", Refusal(429)),
        new("500", Refusal(500)),
        new("502 with HTML", FaultServer.Respond(502, "<html><h1>Bad Gateway</h1></html>", "text/html")),
        new("503 twice", Refusal(503), Refusal(503), Fine),
        new("503 for ever", Refusal(503)),
        new("200 with HTML", FaultServer.Respond(200, "<html><h1>Log in</h1></html>", "text/html")),
        new("200 with nothing", FaultServer.Respond(200, "")),
        new("truncated gzip", FaultServer.Respond(200, Gzip(Verb.Success)[..^12], headers: "Content-Encoding: gzip\r\n")),
        new("10 MB of error", FaultServer.Respond(400, new string('x', 10_000_000), "text/plain")),
        new("unknown charset", FaultServer.Respond(400, """{"title":"Bad","detail":"request"}""", "application/json; charset=klingon")),
    ];

    private static FaultServer.Answer Refusal(int status, string headers = "") => FaultServer.Respond(
        status, """{"type":"http://ns.adobe.com/aep/errors/XDM-0000-000","title":"A title","detail":"A detail"}""", headers: headers);

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
