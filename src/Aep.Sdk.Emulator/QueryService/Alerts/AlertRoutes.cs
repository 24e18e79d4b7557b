using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.QueryService.Listings;

namespace Aep.Sdk.Emulator.QueryService.Alerts;

/// <summary>Subscriptions of alerts (/data/foundation/query/alert-subscriptions).</summary>
internal static class AlertRoutes
{
    private static readonly string[] StatusMembers = ["id", "assetId", "alertType", "status"];

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/alert-subscriptions", (HttpRequest request, Sandbox sandbox, QueryAlerts alerts) => Results.Json(
            AlertPage.Of(request, "alerts", "_page", alerts.All(sandbox), alert => Only(alert, [.. StatusMembers, "_links"]))));
        group.MapPost("/alert-subscriptions", async (HttpRequest request, Sandbox sandbox, QueryAlerts alerts) => Results.Json(
            Only(alerts.Subscribe(sandbox, await JsonBody.ReadObjectAsync(request), Links.Address(request)), "id", "assetId", "alertType",
                "subscriptions", "_links")));
        group.MapGet(
            "/alert-subscriptions/{assetId}", (Sandbox sandbox, string assetId, QueryAlerts alerts) => List(alerts.Of(sandbox, assetId)));
        group.MapGet("/alert-subscriptions/user-subscriptions/{email}", OfUser);
        group.MapGet("/alert-subscriptions/{assetId}/{type}", (Sandbox sandbox, string assetId, string type, QueryAlerts alerts) =>
            List([alerts.Get(sandbox, assetId, type)]));
        group.MapPatch("/alert-subscriptions/{assetId}/{type}",
            async (HttpRequest request, Sandbox sandbox, string assetId, string type, QueryAlerts alerts) =>
            Results.Json(Only(alerts.Patch(sandbox, assetId, type, await JsonBody.ReadObjectAsync(request)), StatusMembers)));
        group.MapDelete("/alert-subscriptions/{assetId}/{type}", Delete);
    }

    private static IResult OfUser(HttpRequest request, Sandbox sandbox, string email, QueryAlerts alerts)
    {
        Subscription.Address(email);
        IEnumerable<JsonObject> own = alerts.All(sandbox).Where(alert => Subscription.ChannelsOf(alert, email) is not null);
        return Results.Json(AlertPage.Of(request, "items", "page", own, alert => new JsonObject
        {
            ["name"] = alert["id"]!.DeepClone(),
            ["assetId"] = alert["assetId"]!.DeepClone(),
            ["status"] = alert["status"]!.DeepClone(),
            ["alertType"] = alert["alertType"]!.DeepClone(),
            ["subscriptions"] = Subscription.ChannelsOf(alert, email),
            ["_links"] = alert["_links"]!.DeepClone(),
        }));
    }

    private static IResult Delete(Sandbox sandbox, string assetId, string type, QueryAlerts alerts)
    {
        alerts.Delete(sandbox, assetId, type);
        return Results.Json(
            QueryErrors.Message(StatusCodes.Status200OK, $"Alert deleted successfully for assetId: {assetId} and alertType: {type}"));
    }

    private static IResult List(IEnumerable<JsonObject> alerts) =>
        Results.Json(new JsonObject
        {
            ["alerts"] = new JsonArray([.. alerts.Select(alert => Only(alert, [.. StatusMembers, "subscriptions", "_links"]))])
        });

    private static JsonObject Only(JsonObject alert, params string[] members) =>
        new(members.Select(member => KeyValuePair.Create(member, alert[member]?.DeepClone())));
}
