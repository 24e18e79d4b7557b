using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>
/// What the real platform does and this one does not: said plainly, so that nobody takes it for an answer of the real one.
/// </summary>
internal static class NotSupported
{
    public static Task RespondAsync(HttpContext context) => throw Create($"{context.Request.Method} {context.Request.Path}");

    public static ApiException Create(string operation) => new(StatusCodes.Status501NotImplemented, new JsonObject
    {
        ["type"] = "about:blank",
        ["status"] = StatusCodes.Status501NotImplemented,
        ["title"] = "Not supported by the local platform",
        ["detail"] = $"{operation} is not supported by the local platform. docs/emulator.md lists what is.",
    });
}
