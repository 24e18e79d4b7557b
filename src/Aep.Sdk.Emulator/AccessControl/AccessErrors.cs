using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.AccessControl;

internal static class AccessErrors
{
    public static ApiException Invalid(string message) => GatewayErrors.Create(StatusCodes.Status400BadRequest, "400000", message);

    public static ApiException NotFound(string kind, string id) =>
        GatewayErrors.Create(StatusCodes.Status404NotFound, "404000", $"The {kind} {id} does not exist.");
}
