using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.QueryService;

/// <summary>How to reach the PostgreSQL endpoint.</summary>
internal static class ConnectionParameters
{
    private const string Bearer = "Bearer ";

    public static IResult Describe(HttpRequest request, Sandbox sandbox, AepEmulatorOptions options, EmulatorAddresses addresses) =>
        Results.Json(new JsonObject
        {
            ["host"] = EmulatorAddresses.Host,
            ["port"] = addresses.QueryPort,
            ["username"] = options.OrgId,
            ["token"] = request.Headers.Authorization.ToString()[Bearer.Length..],
            ["dbName"] = $"{sandbox.Name}:all",
            // The specification's spelling, and the one that clients of the real service read.
            ["websoketHost"] = EmulatorAddresses.Host,
            ["websocketHost"] = EmulatorAddresses.Host,
            ["version"] = 1,
        });
}
