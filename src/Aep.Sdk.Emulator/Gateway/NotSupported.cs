using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>
/// What the real platform does and this one does not: said plainly, so that nobody takes it for an answer of the real one.
/// </summary>
internal static class NotSupported
{
    public static Task RespondAsync(HttpContext context) => throw Create($"{context.Request.Method} {context.Request.Path}");

    /// <param name="operation">What was asked for.</param>
    /// <param name="instead">What can be done in its place, a sentence; or null.</param>
    public static ApiException Create(string operation, string? instead = null) => new(StatusCodes.Status501NotImplemented, new JsonObject
    {
        ["type"] = "about:blank",
        ["status"] = StatusCodes.Status501NotImplemented,
        ["title"] = "Not supported by the local platform",
        ["detail"] = $"{operation} is not supported by the local platform. {instead ?? "docs/emulator.md lists what is."}",
    });
}
