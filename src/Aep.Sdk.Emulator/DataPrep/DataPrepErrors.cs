using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>Data Prep's error dialect.</summary>
internal static class DataPrepErrors
{
    public static ApiException NotFound(string what) => Create(404, "DPAC-1404-404", $"The {what} does not exist.");

    public static ApiException Invalid(string message) => Create(400, "DPAC-1400-400", message);

    private static ApiException Create(int status, string code, string message) => new(status, new JsonObject
    {
        ["errorCode"] = code,
        ["status"] = status,
        ["title"] = status == 404 ? "Not Found" : "Bad Request",
        ["message"] = message,
    });
}
