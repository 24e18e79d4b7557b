using System.Net;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.QueryService.IpAccess;

/// <summary>The addresses that may reach a sandbox over the PostgreSQL protocol; without any, all may.</summary>
internal sealed class IpAccessList
{
    private const string Kind = "queryIpAccess";
    private const string Ranges = "ranges";

    public JsonArray Get(Sandbox sandbox) => (JsonArray?)sandbox.Documents[Kind].Find(Ranges)?[Ranges]?.DeepClone() ?? [];

    /// <summary>Replaces the whole list, or nothing of it if a range is wrong.</summary>
    public JsonArray Set(Sandbox sandbox, JsonObject body)
    {
        if (body["ipRanges"] is not JsonArray given)
            throw QueryErrors.BadRequest("ipRanges is missing.");
        JsonArray ranges = [.. given.Select(Check)];
        sandbox.Documents[Kind].Save(Ranges, new JsonObject { [Ranges] = ranges.DeepClone() });
        return ranges;
    }

    public JsonArray Delete(Sandbox sandbox)
    {
        JsonArray deleted = Get(sandbox);
        sandbox.Documents[Kind].Remove(Ranges);
        return deleted;
    }

    public bool Allows(Sandbox sandbox, IPAddress address)
    {
        JsonArray ranges = Get(sandbox);
        return ranges.Count == 0 || ranges.Any(range => IpRange.Parse(range!["ipRange"]).Contains(address));
    }

    private static JsonObject Check(JsonNode? range)
    {
        JsonObject given = range as JsonObject ?? throw QueryErrors.BadRequest("Each of ipRanges must be an object with ipRange.");
        IpRange.Parse(given["ipRange"]);
        var kept = new JsonObject { ["ipRange"] = given["ipRange"]!.DeepClone() };
        if (given["description"] is JsonNode description)
            kept["description"] = description.DeepClone();
        return kept;
    }
}
