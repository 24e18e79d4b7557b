using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>Data Prep (/data/foundation/conversion): mapping sets that copy attributes.</summary>
internal sealed class DataPrepRoom : IEmulatorRoom
{
    public const string Kind = "mappingSets";
    private const int DefaultLimit = 10;

    public void AddServices(IServiceCollection services)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/conversion/mappingSets");
        group.MapPost("/", CreateAsync);
        group.MapGet("/{id}", (Sandbox sandbox, string id) => Results.Json(sandbox.Documents[Kind].Find(id) ?? throw NotFound(id)));
        group.MapGet("/", (Sandbox sandbox, int? start, int? limit) => Results.Json(List(sandbox, start ?? 0, limit ?? DefaultLimit)));
    }

    private static JsonObject List(Sandbox sandbox, int start, int limit)
    {
        JsonObject[] page = [.. sandbox.Documents[Kind].All().Skip(start).Take(limit)];
        return new JsonObject
        {
            ["data"] = new JsonArray([.. page]),
            ["_page"] = new JsonObject { ["count"] = page.Length, ["limit"] = limit },
        };
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox, SchemaRegistryService registry, TimeProvider time)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        Func<string, bool> isDestination = Destinations(sandbox, body["outputSchema"], registry);
        if (body["mappings"] is not JsonArray { Count: > 0 } mappings)
            throw Invalid("mappings is missing.");
        foreach (JsonNode? mapping in mappings)
            Check(mapping, isDestination);

        string id = Guid.NewGuid().ToString("N");
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var set = (JsonObject)body.DeepClone();
        set["id"] = id;
        set["version"] = 0;
        set["createdDate"] = now;
        set["modifiedDate"] = now;
        sandbox.Documents[Kind].Save(id, set);
        return Results.Json(new JsonObject { ["id"] = id, ["version"] = 0, ["createdDate"] = now, ["modifiedDate"] = now });
    }

    // The output is a schema of the registry or, for files, a JSON schema that comes along.
    private static Func<string, bool> Destinations(Sandbox sandbox, JsonNode? outputSchema, SchemaRegistryService registry)
    {
        if (outputSchema?["jsonSchema"] is { } jsonSchema)
        {
            JsonObject columns = JsonSchema(jsonSchema)["properties"] as JsonObject ?? throw Invalid("outputSchema.jsonSchema has no properties.");
            return columns.ContainsKey;
        }
        string schemaId = (string?)outputSchema?["schemaRef"]?["id"] ?? throw Invalid("outputSchema needs schemaRef.id or jsonSchema.");
        XdmSchema schema = registry.Resolve(sandbox, schemaId) ?? throw Invalid($"The output schema {schemaId} does not exist.");
        return path => schema.Find(path) is not null;
    }

    // Sent as an object or as its text.
    private static JsonObject JsonSchema(JsonNode node) =>
        (node is JsonValue text && text.TryGetValue(out string? json) ? JsonNode.Parse(json) : node) as JsonObject ?? throw Invalid("outputSchema.jsonSchema must be an object.");

    private static void Check(JsonNode? mapping, Func<string, bool> isDestination)
    {
        string type = ((string?)mapping?["sourceType"] ?? "ATTRIBUTE").ToUpperInvariant();
        if (type is not ("ATTRIBUTE" or "TEXT/X.SCHEMA-PATH"))
            throw NotSupported.Create($"POST /data/foundation/conversion/mappingSets with a mapping of the type {type}");
        JsonObject whole = new() { ["mappings"] = new JsonArray(mapping!.DeepClone()) };
        Mapping copy = Mapping.Of(whole)[0];
        if (copy.Source.Length == 0 || copy.Destination.Length == 0)
            throw Invalid("A mapping needs source and destination.");
        if (!isDestination(copy.Destination))
            throw Invalid($"The destination {copy.Destination} is no field of the output schema.");
    }

    private static ApiException NotFound(string id) => Create(404, "DPAC-1404-404", $"The mapping set {id} does not exist.");

    private static ApiException Invalid(string message) => Create(400, "DPAC-1400-400", message);

    private static ApiException Create(int status, string code, string message) => new(status, new JsonObject
    {
        ["errorCode"] = code,
        ["status"] = status,
        ["title"] = status == 404 ? "Not Found" : "Bad Request",
        ["message"] = message,
    });
}
