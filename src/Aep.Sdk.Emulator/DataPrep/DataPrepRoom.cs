using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>Data Prep (/data/foundation/conversion): mapping sets that copy attributes.</summary>
internal sealed class DataPrepRoom : IEmulatorRoom
{
    public const string Kind = "mappingSets";

    public void AddServices(IServiceCollection services)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/conversion/mappingSets");
        group.MapPost("/", CreateAsync);
        group.MapGet("/{id}", (Sandbox sandbox, string id) => Results.Json(sandbox.Documents[Kind].Find(id) ?? throw NotFound(id)));
        group.MapGet("/", (Sandbox sandbox) => Results.Json(new JsonObject { ["data"] = new JsonArray([.. sandbox.Documents[Kind].All()]) }));
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox, SchemaRegistryService registry, TimeProvider time)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        string schemaId = (string?)body["outputSchema"]?["schemaRef"]?["id"] ?? throw Invalid("outputSchema.schemaRef.id is missing.");
        XdmSchema schema = registry.Resolve(sandbox, schemaId) ?? throw Invalid($"The output schema {schemaId} does not exist.");
        if (body["mappings"] is not JsonArray { Count: > 0 } mappings)
            throw Invalid("mappings is missing.");
        foreach (JsonNode? mapping in mappings)
            Check(mapping, schema);

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

    private static void Check(JsonNode? mapping, XdmSchema schema)
    {
        string type = ((string?)mapping?["sourceType"] ?? "ATTRIBUTE").ToUpperInvariant();
        if (type is not ("ATTRIBUTE" or "TEXT/X.SCHEMA-PATH"))
            throw NotSupported.Create($"POST /data/foundation/conversion/mappingSets with a mapping of the type {type}");
        JsonObject whole = new() { ["mappings"] = new JsonArray(mapping!.DeepClone()) };
        Mapping copy = Mapping.Of(whole)[0];
        if (copy.Source.Length == 0 || copy.Destination.Length == 0)
            throw Invalid("A mapping needs source and destination.");
        if (schema.Find(copy.Destination) is null)
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
