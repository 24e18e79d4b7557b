using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>Dataset Service (/data/foundation/dataset/datasets/{id}/labels): the labels of a dataset and of its fields.</summary>
internal static class DatasetLabelRoutes
{
    private const string Path = "/data/foundation/dataset/datasets/{id}/labels";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpResponse response, Sandbox sandbox, string id, DatasetService datasets) => Show(response,
            Find(sandbox, id, datasets)));
        routes.MapPost(Path, async (HttpRequest request, HttpResponse response, Sandbox sandbox, string id, DatasetService datasets) =>
        {
            if (Find(sandbox, id, datasets)["labels"] is not null && sandbox.Documents[DataLabels.Kind].Find(id) is not null)
                throw GovernanceErrors.Conflict($"The dataset {id} has labels: replace them.");
            return await SaveAsync(request, response, sandbox, id, StatusCodes.Status201Created);
        });
        routes.MapPut(Path, async (HttpRequest request, HttpResponse response, Sandbox sandbox, string id, DatasetService datasets) =>
        {
            string expected = request.Headers.IfMatch.ToString();
            if (expected.Length > 0 && expected != "*" && expected.Trim('"') != Tag(Find(sandbox, id, datasets)))
                throw GovernanceErrors.Conflict($"The labels of {id} were changed since they were read.");
            _ = Find(sandbox, id, datasets);
            return await SaveAsync(request, response, sandbox, id, StatusCodes.Status200OK);
        });
    }

    private static async Task<IResult> SaveAsync(HttpRequest request, HttpResponse response, Sandbox sandbox, string id, int status)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        if (body["labels"] is not JsonArray && body["optionalLabels"] is not JsonArray)
            throw GovernanceErrors.Invalid("labels or optionalLabels must be a list.");
        var labels = new JsonObject
        {
            ["labels"] = body["labels"]?.DeepClone() ?? new JsonArray(),
            ["optionalLabels"] = body["optionalLabels"]?.DeepClone() ?? new JsonArray(),
        };
        sandbox.Documents[DataLabels.Kind].Save(id, labels);
        response.Headers.ETag = $"\"{Tag(labels)}\"";
        return Results.Json(labels, statusCode: status);
    }

    private static IResult Show(HttpResponse response, JsonObject labels)
    {
        response.Headers.ETag = $"\"{Tag(labels)}\"";
        return Results.Json(labels);
    }

    private static JsonObject Find(Sandbox sandbox, string id, DatasetService datasets)
    {
        if (datasets.Find(sandbox, id) is null)
            throw GovernanceErrors.NotFound("dataset", id);
        return sandbox.Documents[DataLabels.Kind].Find(id)
            ?? new JsonObject { ["labels"] = new JsonArray(), ["optionalLabels"] = new JsonArray() };
    }

    private static string Tag(JsonObject labels) =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(labels.ToJsonString())), 0, 8);
}
