using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Schemas;

/// <summary>Finds what the registry would refuse in definitions of fields, all of it at once, before anything is sent.</summary>
internal static partial class XdmDefinitionCheck
{
    private static readonly string[] Types = ["string", "number", "integer", "boolean", "array", "object"];

    /// <exception cref="ArgumentException">Something is wrong; the message lists each fault with its path.</exception>
    public static void Fields(JsonObject fields, IReadOnlyList<string> required, string path)
    {
        ArgumentNullException.ThrowIfNull(fields);
        List<string> faults = [.. Properties(fields, path), .. Missing(fields, required, path)];
        if (fields.Count == 0)
            faults.Insert(0, $"{(path.Length == 0 ? "the definition" : path)} has no fields");
        if (faults.Count > 0)
            throw new ArgumentException($"The fields are not usable XDM: {string.Join("; ", faults)}.");
    }

    /// <summary>Names of one level that differ in case only: XDM takes them for the same.</summary>
    public static IEnumerable<string> SameNames(JsonObject fields) => fields.Select(member => member.Key)
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
        .Select(same => $"{string.Join(" and ", same)} differ in case only");

    private static IEnumerable<string> Properties(JsonObject fields, string path) => fields.SelectMany(member =>
    {
        string place = XdmPath.Join(path, member.Key);
        IEnumerable<string> name = FieldName().IsMatch(member.Key)
            ? [] : [$"{place}: a name has letters, digits, dashes and underscores and does not begin with an underscore"];
        return name.Concat(Field(member.Value, place));
    }).Concat(SameNames(fields).Select(fault => $"{path}: {fault}"));

    private static IEnumerable<string> Field(JsonNode? node, string place)
    {
        if (node is not JsonObject field)
            return [$"{place}: a definition is a JSON object"];
        if (field["$ref"] is not null)
            return [];
        string? type = field["type"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        if (!Types.Contains(type))
            return [$"{place}: the type '{type ?? "(none)"}' is none of {string.Join(", ", Types)}"];
        return Limits(field, type!, place).Concat(type switch
        {
            "array" => field["items"] is null
                ? [$"{place}: a list says in 'items' what its elements are"]
                : Field(field["items"], place + XdmPath.Element),
            "object" => Object(field, place),
            _ => [],
        });
    }

    private static IEnumerable<string> Object(JsonObject field, string place) => (field["properties"], field["additionalProperties"]) switch
    {
        (JsonObject properties, null) => Properties(properties, place).Concat(Missing(properties, Names(field["required"]), place)),
        (JsonObject, _) => [$"{place}: it has 'properties' or, for a map, 'additionalProperties', not both"],
        (null, JsonObject values) => Field(values, place + XdmPath.Value),
        _ => [$"{place}: an object has 'properties', a map 'additionalProperties'"],
    };

    private static IEnumerable<string> Limits(JsonObject field, string type, string place)
    {
        if (Number(field["minimum"]) is { } minimum && Number(field["maximum"]) is { } maximum && minimum > maximum)
            yield return $"{place}: the minimum {minimum} is greater than the maximum {maximum}";
        if (field["enum"] is { } values && (type != "string" || values is not JsonArray { Count: > 0 }))
            yield return $"{place}: 'enum' is a list of at least one value and goes with type string";
        if (field["pattern"] is JsonValue pattern && !IsPattern(pattern))
            yield return $"{place}: the pattern {pattern.ToJsonString()} is no regular expression";
    }

    private static IEnumerable<string> Missing(JsonObject fields, IEnumerable<string> required, string path) =>
        required.Where(name => !fields.ContainsKey(name)).Select(name => $"{XdmPath.Join(path, name)}: it is required, but not defined");

    private static IEnumerable<string> Names(JsonNode? required) =>
        required is JsonArray names ? names.Select(name => name?.ToString() ?? "") : [];

    private static double? Number(JsonNode? node) => node is JsonValue value && double.TryParse(
        value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture, out double number) ? number : null;

    private static bool IsPattern(JsonValue value)
    {
        try
        {
            return value.TryGetValue(out string? pattern) && new Regex(pattern, RegexOptions.ECMAScript).ToString().Length >= 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-][A-Za-z0-9_-]*$")]
    private static partial Regex FieldName();
}
