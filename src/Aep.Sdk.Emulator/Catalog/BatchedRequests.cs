using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.AccessControl;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// Several requests in one (POST /): done in order, later ones use the answers of earlier ones; when one that changes something fails, all
/// changes are taken back. After https://experienceleague.adobe.com/en/docs/experience-platform/catalog/api/appendix.
/// </summary>
internal static class BatchedRequests
{
    private const string Base = "/data/foundation/catalog";

    public static void Map(IEndpointRouteBuilder routes, Action<IEndpointRouteBuilder> mapResources)
    {
        // The same routes once more, behind a door of their own.
        var inner = new ApplicationBuilder(routes.ServiceProvider);
        inner.UseMiddleware<ApiExceptionMiddleware>();
        inner.UseMiddleware<PermissionMiddleware>();
        inner.UseRouting();
        inner.UseEndpoints(endpoints => mapResources(endpoints.MapGroup(Base)));
        inner.Run(context => throw CatalogErrors.NotFound("resource", context.Request.Path.Value![Base.Length..]));
        RequestDelegate send = inner.Build();
        routes.MapGet("/", (HttpRequest request, Sandbox sandbox) => Results.Json(CatalogListing.Of(request, RequestLog.All(sandbox))));
        routes.MapPost("/", async (HttpContext context, Sandbox sandbox, RequestLog log) =>
        {
            IReadOnlyList<SubRequest> requests = SubRequest.ReadAll(await JsonBody.ReadArrayAsync(context.Request));
            (IReadOnlyList<SubRequest> done, JsonArray answers) = await RunAsync(context, sandbox, requests, send);
            log.Add(sandbox, done, answers, context.Request.Headers["x-api-key"].ToString());
            return Results.Json(answers);
        });
    }

    private static async Task<(IReadOnlyList<SubRequest> Done, JsonArray Answers)> RunAsync(
        HttpContext context, Sandbox sandbox, IReadOnlyList<SubRequest> requests, RequestDelegate send)
    {
        var earlier = new EarlierAnswers();
        var undo = new CatalogUndo(sandbox);
        AfterAll afterAll = AfterAll.Deferred();
        var done = new List<SubRequest>();
        var answers = new JsonArray();
        try
        {
            foreach (SubRequest template in requests)
            {
                SubRequest request = earlier.FillIn(template);
                if (request.IsChange)
                    undo.Remember(request);
                (int status, JsonNode? body) = await SendAsync(context, sandbox, request, afterAll, send);
                if (request.IsChange && status >= StatusCodes.Status400BadRequest)
                    throw Failed(request, status, body);
                if (request.Method == HttpMethods.Post)
                    undo.RememberNew(body);
                earlier.Add(request.Id, body);
                done.Add(request);
                answers.Add(new JsonObject { ["id"] = request.Id, ["code"] = status, ["body"] = body?.DeepClone() });
            }
        }
        catch
        {
            undo.Run();
            throw;
        }
        afterAll.Finish();
        return (done, answers);
    }

    private static async Task<(int Status, JsonNode? Body)> SendAsync(
        HttpContext outer, Sandbox sandbox, SubRequest request, AfterAll afterAll, RequestDelegate send)
    {
        string[] target = request.Resource.Split('?', 2);
        var context = new DefaultHttpContext { RequestServices = outer.RequestServices, RequestAborted = outer.RequestAborted };
        context.Features.Set(sandbox);
        context.Features.Set(afterAll);
        context.Request.Method = request.Method;
        context.Request.Scheme = outer.Request.Scheme;
        context.Request.Host = outer.Request.Host;
        context.Request.Path = PathString.FromUriComponent(Base + target[0]);
        context.Request.QueryString = new QueryString(target.Length > 1 ? "?" + target[1] : "");
        context.Request.Headers["x-api-key"] = outer.Request.Headers["x-api-key"];
        context.Request.ContentType = "application/json";
        foreach ((string name, JsonNode? value) in request.Headers)
            context.Request.Headers[name] = value?.ToString();
        if (request.Body is not null)
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(request.Body.ToJsonString()));
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await send(context);
        await context.Response.CompleteAsync();
        return (context.Response.StatusCode, answer.Length == 0 ? null : JsonNode.Parse(answer.ToArray()));
    }

    private static ApiException Failed(SubRequest request, int status, JsonNode? body) => new(status, new JsonObject
    {
        ["type"] = "/placeholder/type/uri",
        ["status"] = status,
        ["title"] = body?["title"]?.ToString() ?? "BadRequestError",
        ["detail"] = $"The request {request.Name} failed, and all changes were taken back: {body?["detail"] ?? body}",
    });
}
