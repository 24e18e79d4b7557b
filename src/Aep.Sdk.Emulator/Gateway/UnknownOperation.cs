using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>What no room answers: said plainly, so that nobody takes it for an answer of the real platform.</summary>
internal static class UnknownOperation
{
    public static Task RespondAsync(HttpContext context) =>
        throw new ApiException(StatusCodes.Status501NotImplemented, new JsonObject
        {
            ["type"] = "about:blank",
            ["status"] = StatusCodes.Status501NotImplemented,
            ["title"] = "Not supported by the local platform",
            ["detail"] = $"{context.Request.Method} {context.Request.Path} is not supported by the local platform. docs/emulator.md lists what is.",
        });
}
