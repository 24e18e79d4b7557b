using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Catalog's error dialect.</summary>
internal static class CatalogErrors
{
    public static ApiException NotFound(string kind, string id) => Create(404, "NotFoundError", $"The {kind} {id} was not found.");

    public static ApiException Invalid(string detail) => Create(400, "BadRequestError", detail);

    public static ApiException Conflict(string detail) => Create(409, "ConflictError", detail);

    /// <summary>Access to the storage of a dataset, which Adobe has deprecated: there is no account here that it could be for.</summary>
    public static ApiException NoStorage(string datasetId) => Create(
        403, "ForbiddenError", $"There are no credentials for the storage of the dataset {datasetId}: read it through Data Access.");

    public static ApiException Stale(string detail) => Create(412, "PreconditionFailedError", detail);

    private static ApiException Create(int status, string title, string detail) => new(status, new JsonObject
    {
        ["type"] = "/placeholder/type/uri",
        ["status"] = status,
        ["title"] = title,
        ["detail"] = detail,
    });
}
