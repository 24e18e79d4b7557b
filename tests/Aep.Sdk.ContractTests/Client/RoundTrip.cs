using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.ContractTests.Client;

/// <summary>
/// Compares what the platform sent with what a model writes again. A public model keeps every member, also those that it does not know; an
/// internal shape of the wire, such as a page, keeps those that it knows.
/// </summary>
internal static class RoundTrip
{
    public static IEnumerable<string> Losses(JsonTypeInfo type, JsonNode? sent, JsonNode? kept, string path = "$")
    {
        if (sent is null)
            return [];
        if (kept is null)
            return [$"{path} is lost"];
        return (type.Kind, sent, kept) switch
        {
            (JsonTypeInfoKind.Object, JsonObject from, JsonObject to) => Members(type, from, to, path),
            (JsonTypeInfoKind.Enumerable, JsonArray from, JsonArray to) => Elements(type, from, to, path),
            (JsonTypeInfoKind.Dictionary, JsonObject from,
                JsonObject to) => from.SelectMany(member => Losses(Inner(type), member.Value, to[member.Key], $"{path}.{member.Key}")),
            _ => Same(sent, kept) ? [] : [$"{path} was {sent.ToJsonString()} and is {kept.ToJsonString()}"],
        };
    }

    private static IEnumerable<string> Members(JsonTypeInfo type, JsonObject sent, JsonObject kept, string path)
    {
        StringComparison comparison =
            type.Options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach ((string name, JsonNode? value) in sent)
        {
            JsonPropertyInfo? property =
                type.Properties.FirstOrDefault(known => !known.IsExtensionData && string.Equals(known.Name, name, comparison));
            if (property?.Get is not null)
            {
                foreach (string loss in Losses(
                    type.Options.GetTypeInfo(property.PropertyType), value, kept[property.Name], $"{path}.{name}"))
                    yield return loss;
            }
            else if (property is null && type.Type.IsVisible && value is not null && !JsonNode.DeepEquals(value, kept[name]))
            {
                yield return $"{path}.{name} is lost by {type.Type.Name}";
            }
        }
    }

    private static IEnumerable<string> Elements(JsonTypeInfo type, JsonArray sent, JsonArray kept, string path) => sent.Count != kept.Count
        ? [$"{path} had {sent.Count} elements and has {kept.Count}"]
        : sent.Zip(kept).SelectMany((pair, index) => Losses(Inner(type), pair.First, pair.Second, $"{path}[{index}]"));

    private static JsonTypeInfo Inner(JsonTypeInfo type) => type.Options.GetTypeInfo(type.ElementType!);

    // Numbers and times may be written in another way than they came.
    private static bool Same(JsonNode sent, JsonNode kept) => JsonNode.DeepEquals(sent, kept)
        || (sent is JsonValue && kept is JsonValue && (Text(sent) == Text(kept) || SameNumber(Text(sent),
            Text(kept)) || SameTime(Text(sent), Text(kept))));

    private static string Text(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static bool SameNumber(string one, string other) =>
        decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal left)
        && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal right) && left == right;

    private static bool SameTime(string one, string other) => Time(one) is { } left && Time(other) is { } right && left == right;

    private static DateTimeOffset? Time(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out long milliseconds) && Math.Abs(milliseconds) < 200_000_000_000_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
                ? time
                : null;
}
