using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>The operations of mapping sets.</summary>
internal static class MappingSetRoutes
{
    private const int DefaultLimit = 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/", async (HttpRequest request, Sandbox sandbox, MappingSets sets) =>
            Results.Json(Reference(sets.Create(sandbox, await JsonBody.ReadObjectAsync(request)))));
        routes.MapGet("/", (Sandbox sandbox, string? name, int? start,
            int? limit) => Results.Json(List(sandbox, name, start ?? 0, limit ?? DefaultLimit)));
        routes.MapPost("/validate", ValidateAsync);
        routes.MapPost("/preview", PreviewAsync);
        routes.MapGet("/{id}", (Sandbox sandbox, string id, int? version) => Results.Json(MappingSets.Get(sandbox, id, version)));
        routes.MapPut("/{id}", async (HttpRequest request, Sandbox sandbox, string id, MappingSets sets) =>
            Results.Json(sets.Replace(sandbox, id, await JsonBody.ReadObjectAsync(request))));
        routes.MapDelete("/{id}", (Sandbox sandbox, string id) =>
            sandbox.Documents[DataPrepRoom.Kind].Remove(id) ? Results.NoContent() : throw DataPrepErrors.NotFound($"mapping set {id}"));
        routes.MapGet("/{id}/mappings", (Sandbox sandbox, string id) => Results.Json(new JsonArray([.. Mappings(sandbox, id)])));
        routes.MapGet("/{id}/mappings/{mappingId}", (Sandbox sandbox, string id, string mappingId) => Results.Json(
            Mappings(sandbox, id).FirstOrDefault(mapping => (string?)mapping["id"] == mappingId)
                ?? throw DataPrepErrors.NotFound($"mapping {mappingId}")));
    }

    private static JsonObject List(Sandbox sandbox, string? name, int start, int limit)
    {
        if (start < 0 || limit < 1)
            throw DataPrepErrors.Invalid("start must be 0 or more, and limit 1 or more.");
        JsonObject[] page =
        [
            .. sandbox.Documents[DataPrepRoom.Kind].All()
                .Where(set => name is null || (string?)set["name"] == name).Skip(start).Take(limit),
        ];
        return new JsonObject
        {
            ["data"] = new JsonArray([.. page]),
            ["_page"] = new JsonObject { ["count"] = page.Length, ["limit"] = limit },
        };
    }

    // The id of a mapping follows from its place in the set.
    private static IEnumerable<JsonObject> Mappings(Sandbox sandbox, string id) =>
        MappingSets.Get(sandbox, id)["mappings"]!.AsArray().Select((mapping, i) =>
    {
        var copy = (JsonObject)mapping!.DeepClone();
        copy["id"] ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}/{i}")), 0, 16);
        return copy;
    });

    private static async Task<IResult> ValidateAsync(HttpRequest request, Sandbox sandbox, MappingRules rules)
    {
        JsonObject set = await JsonBody.ReadObjectAsync(request);
        return Results.Json(new JsonObject
        {
            ["validationResponse"] = new JsonArray([.. rules.Judge(sandbox, set).Select(judged => new JsonObject
            {
                ["status"] = judged.Fault is null ? "SUCCESS" : "FAILED",
                ["errors"] = judged.Fault is null ? null : new JsonArray(Error(judged.Mapping, judged.Fault)),
            })]),
        });
    }

    private static async Task<IResult> PreviewAsync(HttpRequest request, Sandbox sandbox, MappingRules rules, TimeProvider time)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        JsonObject set = body["mappingSet"] as JsonObject ?? throw DataPrepErrors.Invalid("mappingSet is missing.");
        var judged = rules.Judge(sandbox, set);
        var errors = new JsonArray([.. judged.Where(item => item.Fault is not null).Select(item => Error(item.Mapping, item.Fault!))]);
        var program = new MappingProgram([.. judged.Where(item => item.Fault is null).Select(item => item.Mapping)], time);
        JsonObject[] rows = body["data"] switch
        {
            JsonObject row => [row],
            JsonArray list when list.All(row => row is JsonObject) => [.. list.Select(row => (JsonObject)row!)],
            _ => throw DataPrepErrors.Invalid("data must be an object or a list of objects."),
        };
        JsonNode[] documents =
            [.. rows.Select(row => program.Apply(row, (_, value) => value, (mapping, fault) => errors.Add(Error(mapping, fault.Message))))];
        return Results.Json(
            new JsonObject { ["data"] = body["data"] is JsonArray ? new JsonArray(documents) : documents[0], ["errors"] = errors });
    }

    private static JsonObject Error(Mapping mapping, string message) =>
        new()
        {
            ["source"] = mapping.Source,
            ["destination"] = mapping.Destination,
            ["sourceType"] = mapping.Type,
            ["exception"] = message
        };

    private static JsonObject Reference(JsonObject set) => new()
    {
        ["id"] = set["id"]!.DeepClone(),
        ["version"] = set["version"]!.DeepClone(),
        ["createdDate"] = set["createdDate"]!.DeepClone(),
        ["modifiedDate"] = set["modifiedDate"]!.DeepClone(),
    };
}
