using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>Dataset Service (/data/foundation/dataset/datasets/{id}/labels): the labels of a dataset.</summary>
internal static class DatasetLabelRoutes
{
    private const string Path = "/data/foundation/dataset/datasets/{id}/labels";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpResponse response, Sandbox sandbox, string id, DatasetLabelStore labels) =>
            Results.Json(new JsonObject { [DatasetLabelStore.Name(id)] = Shown(response, labels.Get(sandbox, id)) }));
        routes.MapPost(Path, async (HttpRequest request, HttpResponse response, Sandbox sandbox, string id, DatasetLabelStore labels) =>
        {
            JsonObject made = labels.Create(sandbox, id, await JsonBody.ReadObjectAsync(request));
            return Done(response, made, "POST", StatusCodes.Status201Created);
        });
        routes.MapPut(Path, async (HttpRequest request, HttpResponse response, Sandbox sandbox, string id, DatasetLabelStore labels) =>
        {
            JsonObject made = labels.Replace(sandbox, id, await JsonBody.ReadObjectAsync(request), Version(request));
            return Done(response, made, "PUT", StatusCodes.Status200OK);
        });
        routes.MapDelete(Path, (HttpRequest request, Sandbox sandbox, string id, DatasetLabelStore labels) =>
        {
            labels.Delete(sandbox, id, Version(request));
            return Results.Ok();
        });
    }

    private static string? Version(HttpRequest request) => request.Headers.IfMatch.FirstOrDefault()?.Trim('"');

    private static IResult Done(HttpResponse response, JsonObject labels, string method, int status)
    {
        JsonObject shown = Shown(response, labels);
        shown["code"] = $"PES-{status}";
        shown["message"] = $"{method} Successful";
        return Results.Json(shown, statusCode: status);
    }

    private static JsonObject Shown(HttpResponse response, JsonObject labels)
    {
        response.Headers.ETag = $"\"{labels[DatasetLabelStore.Version]}\"";
        labels.Remove(DatasetLabelStore.Version);
        return labels;
    }
}
