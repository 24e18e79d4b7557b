using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.QueryService;

/// <summary>The error dialect of Query Service's HTTP API, and its acknowledgements, which have the same shape.</summary>
internal static class QueryErrors
{
    public static ApiException BadRequest(string message) => Create(StatusCodes.Status400BadRequest, message);

    public static ApiException NotFound(string what, string id) => Missing($"The {what} with id {id} does not exist.");

    public static ApiException Missing(string message) => Create(StatusCodes.Status404NotFound, message);

    public static ApiException Conflict(string message) => Create(StatusCodes.Status409Conflict, message);

    public static IResult Accepted(string message) =>
        Results.Json(Message(StatusCodes.Status202Accepted, message), statusCode: StatusCodes.Status202Accepted);

    public static JsonObject Message(int status, string message) => new() { ["message"] = message, ["statusCode"] = status };

    private static ApiException Create(int status, string message) => new(status, Message(status, message));
}
