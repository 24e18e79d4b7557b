using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>One of several requests in a body: what it asks for, without its answers.</summary>
/// <param name="Id">The client's name for it, or null.</param>
/// <param name="Method">Its method, in capitals.</param>
/// <param name="Resource">Its path below the catalog's root, with its query.</param>
/// <param name="Headers">Headers of its own.</param>
/// <param name="Body">Its body, or null.</param>
internal sealed record SubRequest(string? Id, string Method, string Resource, JsonObject Headers, JsonNode? Body)
{
    private static readonly string[] Methods = ["GET", "PUT", "POST", "PATCH", "DELETE"];

    public bool IsChange => Method != "GET";

    /// <summary>The steps of its path, without its version.</summary>
    public string[] Path => [.. Resource.Split('?')[0].Split('/').Where(step => step.Length > 0 && step != "v2")];

    /// <summary>How messages name it.</summary>
    public string Name => $"{Id ?? "without an id"} ({Method} {Resource})";

    public static IReadOnlyList<SubRequest> ReadAll(JsonArray body)
    {
        SubRequest[] requests = [.. body.Select(Read)];
        if (requests.Length == 0)
            throw CatalogErrors.Invalid("The body must be a list of at least one request.");
        if (requests.Select(request => request.Id).OfType<string>().Twice() is { } twice)
            throw CatalogErrors.Invalid(
                $"The id {twice} names {requests.Count(request => request.Id == twice)} requests; each needs one of its own.");
        return requests;
    }

    private static SubRequest Read(JsonNode? node, int index)
    {
        if (node is not JsonObject request)
            throw CatalogErrors.Invalid($"The request at place {index} must be an object with id, method and resource.");
        string method = Text(request, "method", index).ToUpperInvariant();
        if (!Methods.Contains(method))
            throw CatalogErrors.Invalid(
                $"method of the request at place {index} must be one of {string.Join(", ", Methods)}; it is {method}.");
        string resource = Text(request, "resource", index);
        if (resource[0] != '/')
            throw CatalogErrors.Invalid($"resource of the request at place {index} must begin with a slash; it is {resource}.");
        return new SubRequest(
            request["id"]?.ToString(), method, resource, request["headers"] as JsonObject ?? [], request["body"]?.DeepClone());
    }

    private static string Text(JsonObject request, string name, int index) =>
        request[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.ToString() is { Length: > 0 } text
            ? text
            : throw CatalogErrors.Invalid($"{name} is missing in the request at place {index}.");
}
