using Aep.Sdk.Emulator.Ims;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>
/// What Adobe's API gateway checks before a service sees a request: access token, API key, organisation, sandbox.
/// Error codes from https://experienceleague.adobe.com/en/docs/experience-platform/landing/troubleshooting.
/// </summary>
internal sealed class GatewayMiddleware(
    RequestDelegate next, AccessTokens tokens, ClientCredential credential, AepEmulatorOptions options, SandboxDirectory sandboxes)
{
    private const string Bearer = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers["x-request-id"] = context.Request.Headers["x-request-id"].FirstOrDefault() ?? Guid.NewGuid().ToString();
        if (!context.Request.Path.StartsWithSegments("/data"))
            return next(context);

        IHeaderDictionary headers = context.Request.Headers;
        CheckApiKey(headers["x-api-key"].ToString());
        CheckToken(headers.Authorization.ToString());
        CheckOrganisation(headers["x-gw-ims-org-id"].ToString());
        if (NeedsSandbox(context.Request.Path))
            context.Features.Set(FindSandbox(headers["x-sandbox-name"].ToString()));
        return next(context);
    }

    private static bool NeedsSandbox(PathString path) =>
        !path.StartsWithSegments("/data/foundation/sandbox-management") && !path.StartsWithSegments("/data/foundation/access-control")
        && !path.StartsWithSegments("/data/core/idnamespace");

    private void CheckApiKey(string key)
    {
        if (key.Length == 0)
            throw GatewayErrors.Create(StatusCodes.Status403Forbidden, "403000", "Api Key is required");
        if (key != credential.ClientId)
            throw GatewayErrors.Create(StatusCodes.Status403Forbidden, "403003", "Api Key is invalid");
    }

    private void CheckToken(string authorization)
    {
        if (authorization.Length == 0)
            throw GatewayErrors.Create(StatusCodes.Status401Unauthorized, "403010", "Oauth token is missing.");
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || !tokens.TryValidate(authorization[Bearer.Length..], out _))
            throw GatewayErrors.Create(StatusCodes.Status401Unauthorized, "401013", "Oauth token is not valid");
    }

    private void CheckOrganisation(string organisation)
    {
        if (organisation.Length == 0)
            throw GatewayErrors.Create(StatusCodes.Status400BadRequest, "400003", "Missing header");
        if (organisation != options.OrgId)
            throw GatewayErrors.Create(StatusCodes.Status403Forbidden, "403025", "Profile is not valid");
    }

    private Sandbox FindSandbox(string name)
    {
        if (name.Length == 0)
            throw GatewayErrors.Create(StatusCodes.Status400BadRequest, "400003", "Missing header x-sandbox-name");
        return sandboxes.Find(name)
            ?? throw GatewayErrors.Create(StatusCodes.Status403Forbidden, "403030", $"Sandbox {name} does not exist or is not accessible");
    }
}
