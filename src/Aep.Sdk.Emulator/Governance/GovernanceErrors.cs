using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>The error dialect of Policy Service.</summary>
internal static class GovernanceErrors
{
    public static ApiException Invalid(string detail) => Create(400, "Bad Request", detail);

    public static ApiException NotFound(string kind, string id) => Create(404, "Not Found", $"The {kind} {id} does not exist.");

    public static ApiException Conflict(string detail) => Create(409, "Conflict", detail);

    private static ApiException Create(int status, string title, string detail) => new(status, new JsonObject
    {
        ["type"] = $"http://ns.adobe.com/aep/errors/DULEPOLICY-1{status}-{status}",
        ["title"] = title,
        ["status"] = status,
        ["detail"] = detail,
    });
}
