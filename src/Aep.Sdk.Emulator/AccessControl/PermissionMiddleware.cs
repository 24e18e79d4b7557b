using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.AccessControl;

/// <summary>Refuses an operation whose permission was taken away from the credential, as the services do.</summary>
internal sealed class PermissionMiddleware(RequestDelegate next, Roles roles)
{
    public Task InvokeAsync(HttpContext context)
    {
        IReadOnlyList<string> needed = NeededPermissions.For(context.Request);
        if (needed.Count == 0 || roles.Granted(context.Features.Get<Sandbox>()?.Name).Overlaps(needed))
            return next(context);
        Permission permission = Permissions.Find(needed[0])!;
        string detail = $"PALM Access Denied. {context.Request.Method} access is denied for this resource from access control. "
            + $"The permission {permission.Id} ({permission.Title}) is needed.";
        throw new ApiException(StatusCodes.Status403Forbidden, new JsonObject
        {
            ["type"] = "http://ns.adobe.com/aep/errors/PALM-1403-403",
            ["status"] = StatusCodes.Status403Forbidden,
            ["title"] = "Forbidden",
            ["detail"] = detail,
            ["message"] = detail,
        });
    }
}
