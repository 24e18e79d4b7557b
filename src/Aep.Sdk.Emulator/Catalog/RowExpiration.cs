using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// Row expiration of datasets (<c>extensions.*.rowExpiration.ttlValue</c>): what may be set. Rows are not taken out here.
/// </summary>
internal static partial class RowExpiration
{
    private const string Lake = "adobe_lakeHouse";
    private const string Profile = "adobe_unifiedProfile";
    private const int MinDays = 30;
    private const int MaxDays = 3660;

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

    private static int? Days(JsonObject dataset, string store)
    {
        if (((dataset["extensions"] as JsonObject)?[store] as JsonObject)?["rowExpiration"] is not JsonObject expiration
            || expiration["ttlValue"] is not { } value)
            return null;
        Match match = Period().Match(value.ToString());
        if (!match.Success)
            throw CatalogErrors.Invalid($"{Place(store)} must be a period of ISO 8601 such as P3M; it is '{value}'.");
        int days = (Number(match, "years") * 366) + (Number(match, "months") * 30) + (Number(match, "weeks") * 7) + Number(match, "days");
        return days is >= MinDays and <= MaxDays
            ? days
            : throw CatalogErrors.Invalid($"{Place(store)} must be between P{MinDays}D and P10Y; it is '{value}'.");
    }

    private static int Number(Match match, string unit) =>
        int.TryParse(match.Groups[unit].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static string Place(string store) => $"extensions.{store}.rowExpiration.ttlValue";

    [GeneratedRegex(@"^P(?=\d)((?<years>\d{1,4})Y)?((?<months>\d{1,4})M)?((?<weeks>\d{1,4})W)?((?<days>\d{1,5})D)?$")]
    private static partial Regex Period();
}
