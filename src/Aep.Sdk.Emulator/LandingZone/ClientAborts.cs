using Microsoft.AspNetCore.Connections;

namespace Aep.Sdk.Emulator.LandingZone;

/// <summary>Tells a client that has gone from a fault of the platform: nobody waits for an answer, and nothing is wrong here.</summary>
internal static class ClientAborts
{
    public static bool Is(HttpContext context, Exception exception) =>
        exception is ConnectionResetException or ConnectionAbortedException or BadHttpRequestException
        || (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException);
}
