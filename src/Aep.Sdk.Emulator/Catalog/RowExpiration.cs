using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// Row expiration of datasets (<c>extensions.*.rowExpiration.ttlValue</c>): what may be set, and since when rows are kept. They are taken
/// out by <see cref="ExpiredRows"/>.
/// </summary>
internal static class RowExpiration
{
    private const string Lake = "adobe_lakeHouse";
    private const string Profile = "adobe_unifiedProfile";
    private const int MinDays = 30;
    private const int MaxDays = 3660;
    private static readonly string[] Signature = ["valueStatus", "setBy", "updated"];

    public static JsonObject Limits() => new()
    {
        ["extensions"] = new JsonObject
        {
            [Lake] = new JsonObject
            {
                ["rowExpiration"] = new JsonObject { ["defaultValue"] = "P12M", ["maxValue"] = "P10Y", ["minValue"] = $"P{MinDays}D" },
            },
        },
    };

    public static void Check(JsonObject dataset, XdmSchema schema)
    {
        int? lake = Days(dataset, Lake), profile = Days(dataset, Profile);
        if (lake is null && profile is null)
            return;
        if (schema.Behavior != StandardIds.TimeSeries)
            throw CatalogErrors.Invalid($"Row expiration is for time-series schemas; the schema {schema.Id} is of {schema.Behavior}.");
        if (profile is not null && !DatasetTags.IsProfileEnabled(dataset))
            throw CatalogErrors.Invalid($"{Place(Profile)} is for datasets that are enabled for Profile.");
        if (profile < lake)
            throw CatalogErrors.Invalid($"{Place(Profile)} must not be shorter than {Place(Lake)}.");
    }

    /// <summary>Says who has set a period that is new, and when; this is the platform's to say.</summary>
    public static void Sign(JsonObject before, JsonObject after, TimeProvider time)
    {
        foreach (string store in new[] { Lake, Profile })
        {
            if (Section(after, store) is not { } section)
                continue;
            foreach (string name in Signature)
                section[name] = Section(before, store)?[name]?.DeepClone();
            if (!JsonNode.DeepEquals(Value(before, store), Value(after, store)))
            {
                section["valueStatus"] = "custom";
                section["setBy"] = "user";
                section["updated"] = time.GetUtcNow().ToUnixTimeMilliseconds();
            }
            foreach (string name in Signature.Where(name => section[name] is null))
                section.Remove(name);
        }
    }

    /// <summary>Events before this moment have expired in the lake; null if they are kept for good.</summary>
    public static DateTimeOffset? LakeStart(JsonObject dataset, DateTimeOffset now) => Period(dataset, Lake)?.Before(now);

    /// <summary>The same in Profile.</summary>
    public static DateTimeOffset? ProfileStart(JsonObject dataset, DateTimeOffset now) => Period(dataset, Profile)?.Before(now);

    private static int? Days(JsonObject dataset, string store)
    {
        if (Period(dataset, store)?.Length is not { } days)
            return null;
        return days is >= MinDays and <= MaxDays
            ? days
            : throw CatalogErrors.Invalid($"{Place(store)} must be between P{MinDays}D and P10Y; it is '{Value(dataset, store)}'.");
    }

    private static RowPeriod? Period(JsonObject dataset, string store)
    {
        if (Value(dataset, store) is not { } value)
            return null;
        return RowPeriod.Parse(value.ToString())
            ?? throw CatalogErrors.Invalid($"{Place(store)} must be a period of ISO 8601 such as P3M; it is '{value}'.");
    }

    private static JsonNode? Value(JsonObject dataset, string store) => Section(dataset, store)?["ttlValue"];

    private static JsonObject? Section(JsonObject dataset, string store) =>
        ((dataset["extensions"] as JsonObject)?[store] as JsonObject)?["rowExpiration"] as JsonObject;

    private static string Place(string store) => $"extensions.{store}.rowExpiration.ttlValue";
}
