using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.QueryService.Listings;

namespace Aep.Sdk.Emulator.QueryService.Templates;

/// <summary>Query templates (/data/foundation/query/query-templates).</summary>
internal static class TemplateApi
{
    private static readonly QueryFilter Filter = new(
        FilterProperty.Of("name", FilterProperty.AnyOperator),
        FilterProperty.Of("userId", FilterProperty.AnyOperator),
        FilterProperty.Of("lastUpdatedBy", FilterProperty.AnyOperator));

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/query-templates", (HttpRequest request, Sandbox sandbox, TemplateService templates) =>
            Results.Json(QueryPage.Of(request, "templates", Filter, templates.All(sandbox))));
        group.MapGet("/query-templates/count", (Sandbox sandbox, TemplateService templates) =>
            Results.Json(new JsonObject { ["totalCount"] = templates.All(sandbox).Count, ["version"] = 1 }));
        group.MapGet("/query-templates/{id}", (Sandbox sandbox, string id, TemplateService templates) =>
            Results.Json(templates.Find(sandbox, id) ?? throw QueryErrors.NotFound("query template", id)));
        group.MapPost("/query-templates", CreateAsync);
        group.MapPut("/query-templates/{id}", UpdateAsync);
        group.MapDelete("/query-templates/{id}", Delete);
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox, TemplateService templates)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        return Results.Json(templates.Create(sandbox, body, Links.Address(request)), statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> UpdateAsync(HttpRequest request, Sandbox sandbox, string id, TemplateService templates)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        return Results.Json(templates.Update(sandbox, id, body), statusCode: StatusCodes.Status202Accepted);
    }

    private static IResult Delete(Sandbox sandbox, string id, TemplateService templates)
    {
        templates.Delete(sandbox, id);
        return QueryErrors.Accepted("Deleted");
    }
}
