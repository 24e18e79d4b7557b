using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Faults;

/// <summary>Faults as JSON. A member that is not known is refused.</summary>
internal static class FaultJson
{
    private static readonly string[] Members =
        ["path", "method", "rate", "count", "status", "body", "headers", "latencyMs", "reset", "truncateAfter", "expireTokens",
            "landingZone"];

    public static AepEmulatorFault Read(JsonObject json)
    {
        if (json.Select(member => member.Key).FirstOrDefault(name => !Members.Contains(name)) is { } unknown)
            throw new BadHttpRequestException($"A fault has no member '{unknown}'. It has: {string.Join(", ", Members)}.");
        var fault = new AepEmulatorFault
        {
            Path = (string?)json["path"] ?? "*",
            Method = (string?)json["method"],
            Rate = (double?)json["rate"] ?? 1,
            Count = (long?)json["count"],
            Status = (int?)json["status"],
            Body = json["body"]?.DeepClone(),
            Headers = (json["headers"] as JsonObject ?? []).ToDictionary(header => header.Key, header => header.Value?.ToString() ?? ""),
            Latency = TimeSpan.FromMilliseconds((double?)json["latencyMs"] ?? 0),
            Reset = (bool?)json["reset"] ?? false,
            TruncateAfter = (long?)json["truncateAfter"],
            ExpireTokens = (bool?)json["expireTokens"] ?? false,
            LandingZone = (bool?)json["landingZone"] ?? false,
        };
        return FaultRules.Broken(fault) is { } rule ? throw new BadHttpRequestException($"The fault is not usable: {rule}") : fault;
    }

    public static JsonObject Write(AepEmulatorFault fault) => new()
    {
        ["id"] = fault.Id,
        ["path"] = fault.Path,
        ["method"] = fault.Method,
        ["rate"] = fault.Rate,
        ["count"] = fault.Count,
        ["status"] = fault.Status,
        ["body"] = fault.Body?.DeepClone(),
        ["headers"] = new JsonObject(fault.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
        ["latencyMs"] = fault.Latency.TotalMilliseconds,
        ["reset"] = fault.Reset,
        ["truncateAfter"] = fault.TruncateAfter,
        ["expireTokens"] = fault.ExpireTokens,
        ["landingZone"] = fault.LandingZone,
        ["hits"] = fault.Hits,
    };
}
