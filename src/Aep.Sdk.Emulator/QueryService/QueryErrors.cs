using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.QueryService;

/// <summary>The error dialect of Query Service's HTTP API.</summary>
internal static class QueryErrors
{
    public static ApiException BadRequest(string message) => Create(StatusCodes.Status400BadRequest, message);

    public static ApiException NotFound(string what, string id) => Create(StatusCodes.Status404NotFound, $"The {what} with id {id} does not exist.");

    public static ApiException Conflict(string message) => Create(StatusCodes.Status409Conflict, message);

    /// <summary>An acknowledgement of the same shape.</summary>
    public static JsonObject Message(int status, string message) => new() { ["message"] = message, ["statusCode"] = status };

    private static ApiException Create(int status, string message) => new(status, Message(status, message));
}
