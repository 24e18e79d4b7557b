using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.QueryService.Listings;

namespace Aep.Sdk.Emulator.QueryService.Alerts;

/// <summary>One page of alerts: these listings count their pages, from 1.</summary>
internal static class AlertPage
{
    private const int LargestPage = 50;

    private static readonly QueryFilter Filter = new(
        FilterProperty.Of("id", "=="), FilterProperty.Of("assetId", "=="), FilterProperty.Of("status", "=="),
        FilterProperty.Of("alertType", "=="));

    /// <param name="request">The request.</param>
    /// <param name="member">The name of the list.</param>
    /// <param name="pageMember">The name of the description of the page, which differs between the two listings.</param>
    /// <param name="alerts">All alerts that are meant.</param>
    /// <param name="show">What the listing shows of an alert.</param>
    public static JsonObject Of(
        HttpRequest request, string member, string pageMember, IEnumerable<JsonObject> alerts, Func<JsonObject, JsonObject> show)
    {
        var parameters = new ListingParameters(request);
        Predicate<JsonObject> condition = Filter.Parse(parameters["property"]);
        int page = parameters.Number("page", 1), size = Math.Min(parameters.Number("pagesize", LargestPage), LargestPage);
        List<JsonObject> sorted = [.. QueryPage.Sort(alerts.Where(alert => condition(alert)), parameters)];
        List<JsonObject> items = [.. sorted.Skip((page - 1) * size).Take(size).Select(show)];
        var links = new JsonObject();
        if (page * size < sorted.Count)
            links["next"] = To(parameters, page + 1);
        if (page > 1)
            links["prev"] = To(parameters, page - 1);
        return new JsonObject
        {
            [member] = new JsonArray([.. items]),
            [pageMember] = new JsonObject
            {
                ["orderby"] = parameters.Order,
                ["page"] = page,
                ["property"] = parameters["property"],
                ["count"] = items.Count,
                ["pageSize"] = size,
            },
            ["_links"] = links,
            ["version"] = 1,
        };
    }

    private static JsonObject To(ListingParameters parameters, int page) =>
        new() { ["href"] = parameters.Address(("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture))) };
}
