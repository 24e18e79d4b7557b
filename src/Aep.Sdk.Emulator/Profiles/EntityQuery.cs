using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>What a look-up asks for.</summary>
internal sealed record EntityQuery(string Schema, string? RelatedSchema)
{
    private const int DefaultLimit = 1000;

    public IReadOnlyList<(string Id, string? Namespace)> Identities { get; init; } = [];
    public IReadOnlyList<string> Fields { get; init; } = [];
    public string? MergePolicyId { get; init; }
    public DateTimeOffset? Start { get; init; }
    public DateTimeOffset? End { get; init; }
    public int Limit { get; init; } = DefaultLimit;
    public int Offset { get; init; }
    public bool Descending { get; init; }
    public IReadOnlyList<string> Properties { get; init; } = [];

    public bool IsAboutEvents => Schema == ProfileSchemas.Event;

    /// <summary>From the parameters of a GET or a DELETE.</summary>
    public static EntityQuery Read(HttpRequest request)
    {
        string Text(string name) => request.Query[name].ToString();
        string prefix = Text("relatedEntityId").Length > 0 ? "relatedEntity" : "entity";
        string id = Text(prefix + "Id"), space = Text(prefix + "IdNS");
        return new EntityQuery(Text("schema.name"), Text("relatedSchema.name"))
        {
            Identities = id.Length == 0 ? [] : [(id, space.Length == 0 ? null : space)],
            Fields = Split(Text("fields")),
            MergePolicyId = Text("mergePolicyId"),
            Start = Time(Text("startTime")),
            End = Time(Text("endTime")),
            Limit = OffsetPage.Number(request, "limit", DefaultLimit, 1, DefaultLimit),
            Offset = OffsetPage.Number(request, "start", 0, 0, int.MaxValue),
            Descending = IsDescending(Text("orderby") + Text("orderBy")),
            Properties = [.. request.Query["property"].OfType<string>()],
        };
    }

    /// <summary>From the body of a POST.</summary>
    public static EntityQuery Read(JsonObject body)
    {
        JsonArray identities = body["identities"] as JsonArray ?? throw ProfileErrors.Invalid("identities is missing.");
        return new EntityQuery((string?)body["schema"]?["name"] ?? "", (string?)body["relatedSchema"]?["name"])
        {
            Identities = [.. identities.Select(Identity)],
            Fields = [.. (body["fields"] as JsonArray ?? []).Select(field => (string)field!)],
            MergePolicyId = (string?)body["mergePolicyId"],
            Start = Time(body["timeFilter"]?["startTime"]?.ToString() ?? ""),
            End = Time(body["timeFilter"]?["endTime"]?.ToString() ?? ""),
            Limit = (int?)body["limit"] ?? DefaultLimit,
            Descending = IsDescending((string?)body["orderBy"] ?? (string?)body["orderby"] ?? ""),
        };
    }

    private static (string Id, string? Namespace) Identity(JsonNode? item) => (
        (string?)(item?["entityId"] ?? item?["relatedEntityId"])
            ?? throw ProfileErrors.Invalid("entityId is missing in one of the identities."),
        (string?)(item!["entityIdNS"] ?? item["relatedEntityIdNS"])?["code"]);

    private static string[] Split(string fields) =>
        fields.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // "-timestamp" and "timestamp:desc" are both in use.
    private static bool IsDescending(string order) => order.StartsWith('-') || order.EndsWith(":desc", StringComparison.OrdinalIgnoreCase);

    // Times come in seconds or in milliseconds; what is later than the year 5138 in seconds is meant in milliseconds.
    private static DateTimeOffset? Time(string text)
    {
        if (text.Length == 0)
            return null;
        if (!long.TryParse(text, CultureInfo.InvariantCulture, out long number) || number is < 0 or > 253_402_300_799_999)
            throw ProfileErrors.Invalid($"The time '{text}' must be a number of milliseconds since 1970.");
        return number < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
    }
}
