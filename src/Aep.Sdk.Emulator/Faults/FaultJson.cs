using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Faults;

/// <summary>Faults as JSON. A member that is not known is refused: a fault that silently does nothing would let a test pass.</summary>
internal static class FaultJson
{
    private static readonly string[] Members =
        ["path", "method", "rate", "count", "status", "body", "headers", "latencyMs", "reset", "truncateAfter", "expireTokens",
            "landingZone"];

    public static Fault Read(JsonObject json)
    {
        if (json.Select(member => member.Key).FirstOrDefault(name => !Members.Contains(name)) is { } unknown)
            throw new BadHttpRequestException($"A fault has no member '{unknown}'. It has: {string.Join(", ", Members)}.");
        var fault = new Fault
        {
            Id = Guid.NewGuid().ToString(),
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
        Check(fault);
        return fault;
    }

    public static JsonObject Write(Fault fault) => new()
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

    private static void Check(Fault fault)
    {
        Require(fault.Rate is > 0 and <= 1, "rate must be above 0 and at most 1.");
        Require(fault.Count is null or > 0, "count must be at least 1.");
        Require(fault.Status is null or (>= 400 and <= 599), "status must be 400 to 599.");
        Require(fault.Status is not null || (fault.Body is null && fault.Headers.Count == 0), "body and headers go with a status.");
        Require(fault.Latency >= TimeSpan.Zero, "latencyMs must not be negative.");
        Require(fault.TruncateAfter is null or >= 0, "truncateAfter must not be negative.");
        Require(
            fault.Status is not null || fault.Latency > TimeSpan.Zero || fault.Reset || fault.TruncateAfter is not null
                || fault.ExpireTokens,
            "a fault needs one of status, latencyMs, reset, truncateAfter, expireTokens.");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
            throw new BadHttpRequestException($"The fault is not usable: {rule}");
    }
}
