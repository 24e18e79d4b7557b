using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DataAccess;

/// <summary>Data Access's error dialect.</summary>
internal static class DataAccessErrors
{
    public static ApiException NotFound(string what, string id) => Create(404, "NotFoundError", $"The {what} {id} was not found.");

    public static ApiException Invalid(string detail) => Create(400, "BadRequestError", detail);

    private static ApiException Create(int status, string title, string detail) => new(status, new JsonObject
    {
        ["type"] = "/placeholder/type/uri",
        ["status"] = status,
        ["title"] = title,
        ["detail"] = detail,
    });
}
