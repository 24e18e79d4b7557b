using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>The error dialect of sandbox management.</summary>
internal static class SandboxErrors
{
    public static ApiException Invalid(string message) => Create(StatusCodes.Status400BadRequest, message);

    public static ApiException Create(int status, string message) => GatewayErrors.Create(status, $"SMS-1{status}-{status}", message);
}
