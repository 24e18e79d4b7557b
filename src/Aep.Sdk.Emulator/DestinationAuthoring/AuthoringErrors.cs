using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>The error dialect of Destination SDK.</summary>
internal static class AuthoringErrors
{
    public static ApiException NotFound(string kind, string id) =>
        new(404, new JsonObject { ["message"] = $"{kind}: {id} does not exist." });

    public static ApiException Invalid(string message) => new(400, new JsonObject { ["message"] = message });

    public static ApiException InUse(string kind, string id, string by) => Invalid($"{kind}: {id} is used by {by}. Remove it there first.");
}
