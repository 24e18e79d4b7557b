using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep.Expressions;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>
/// What Data Prep makes of a value for the field that it goes into: texts become numbers, truth values and dates in the formats that
/// Adobe's page of data formats names; of an object the members stay that the schema has. A text that does not convert stays a text: the
/// validation of the batch then names the field and the value.
/// </summary>
internal sealed class FieldConversion(XdmSchema schema)
{
    private static readonly string[] Yes = ["y", "yes", "on", "true"], No = ["n", "no", "off", "false"];

    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd HH:mm:ssZ", "yyyy-MM-dd HH:mm:ss.SSSZ", "yyyy-MM-dd HH:mm:ss.SSS", "yyyy-MM-dd'T'HH:mm:ss.SSSX",
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyy-MMM-dd", "yyyyMMdd", "MM-dd-yyyy", "MMddyyyy", "M/dd/yyyy", "dd.M.yyyy",
        "M/dd/yyyy hh:mm:ss a", "dd.M.yyyy hh:mm:ss a", "dd.MMM.yyyy", "dd-MMM-yyyy",
    ];

    /// <exception cref="InvalidOperationException">The schema has no such field.</exception>
    public XdmKind KindOf(string path) =>
        schema.Find(path)?.Kind ?? throw new InvalidOperationException($"The schema has no field {path}.");

    public JsonNode Convert(JsonNode value, XdmKind kind, string path) => value switch
    {
        JsonObject members when kind == XdmKind.Object => Known(members, path),
        JsonValue when value.GetValueKind() == JsonValueKind.String => Convert(value, value.GetValue<string>(), kind),
        _ => value,
    };

    private static JsonNode Convert(JsonNode value, string text, XdmKind kind) => kind switch
    {
        XdmKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) =>
            JsonValue.Create(number),
        XdmKind.Integer or XdmKind.Long or XdmKind.Short or XdmKind.Byte
            when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) =>
                JsonValue.Create(number),
        XdmKind.Boolean when Yes.Contains(text.ToLowerInvariant()) => JsonValue.Create(true),
        XdmKind.Boolean when No.Contains(text.ToLowerInvariant()) => JsonValue.Create(false),
        XdmKind.Date when DateOf(text) is { } date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        XdmKind.DateTime when DateOf(text) is { } time => JsonValue.Create(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
            CultureInfo.InvariantCulture)),
        _ => value,
    };

    // The first format that fits; a time of ISO 8601 stays as it is.
    private static DateTimeOffset? DateOf(string text)
    {
        foreach (string format in DateFormats)
        {
            if (DateText.TryParse(text, format, out DateTimeOffset date))
                return date;
        }
        return null;
    }

    private JsonObject Known(JsonObject members, string path) => new(members
        .Where(member => schema.Find($"{path}.{member.Key}") is not null)
        .Select(member => KeyValuePair.Create(member.Key,
            member.Value is null ? null : Convert(member.Value, KindOf($"{path}.{member.Key}"), $"{path}.{member.Key}").DeepClone())));
}
