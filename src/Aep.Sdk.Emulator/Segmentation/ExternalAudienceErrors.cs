using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>The errors of external audiences, by the codes of Adobe's page.</summary>
internal static class ExternalAudienceErrors
{
    public static ApiException Invalid(string detail) => Create(StatusCodes.Status400BadRequest, "100910-400", "BAD_REQUEST", detail);

    public static ApiException NotFound(string detail) => Create(StatusCodes.Status404NotFound, "100940-404", "NOT_FOUND", detail);

    public static ApiException Exists(string detail) => Create(StatusCodes.Status409Conflict, "100950-409", "DUPLICATE_RESOURCE", detail);

    public static ApiException NotNow(string detail) =>
        Create(StatusCodes.Status422UnprocessableEntity, "100960-422", "UNPROCESSABLE_ENTITY", detail);

    private static ApiException Create(int status, string code, string title, string detail) => new(status, new JsonObject
    {
        ["type"] = $"http://ns.adobe.com/aep/errors/{code}",
        ["title"] = title,
        ["status"] = status,
        ["detail"] = detail,
    });
}
