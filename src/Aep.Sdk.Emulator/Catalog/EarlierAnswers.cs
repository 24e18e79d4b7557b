using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// The answers of the requests before, which later ones use: <c>&lt;&lt;first.id&gt;&gt;</c> is the id of what <c>first</c> has made,
/// <c>&lt;&lt;first.name&gt;&gt;</c> a member of its answer.
/// </summary>
internal sealed partial class EarlierAnswers
{
    private readonly Dictionary<string, JsonNode?> _bodies = new(StringComparer.Ordinal);

    public void Add(string? id, JsonNode? body)
    {
        if (id is not null)
            _bodies[id] = body;
    }

    public SubRequest FillIn(SubRequest request) => request with
    {
        Resource = FillIn(request.Resource),
        Headers = (JsonObject)FillIn((JsonNode)request.Headers)!,
        Body = FillIn(request.Body),
    };

    private JsonNode? FillIn(JsonNode? node) => node switch
    {
        JsonObject item => new JsonObject(item.Select(member => KeyValuePair.Create(member.Key, FillIn(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(FillIn)]),
        JsonValue value when value.TryGetValue(out string? text) => FillInText(text),
        _ => node?.DeepClone(),
    };

    // A text that is nothing but a reference becomes the value, of whatever type it is.
    private JsonNode? FillInText(string text) =>
        Reference().Match(text) is { Success: true } match && match.Length == text.Length ? Find(match)?.DeepClone() : FillIn(text);

    private string FillIn(string text) => Reference().Replace(text, match => Find(match)?.ToString() ?? "");

    private JsonNode? Find(Match reference)
    {
        string id = reference.Groups["id"].Value, name = reference.Groups["name"].Value;
        if (!_bodies.TryGetValue(id, out JsonNode? body))
            throw CatalogErrors.Invalid($"{reference.Value} names a request that does not come before.");
        return Member(body, name) ?? throw CatalogErrors.Invalid($"The answer of {id} has no {name}, which {reference.Value} names.");
    }

    private static JsonNode? Member(JsonNode? body, string name) => body switch
    {
        // ["@/dataSets/5ba9…"]: what was made or changed.
        JsonArray and [JsonValue value] when name == "id" => JsonValue.Create(value.ToString().Split('/')[^1]),
        JsonArray list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int place) && place < list.Count =>
            list[place],
        JsonObject item when item.ContainsKey(name) => item[name],
        // {"5ba9…": {…}}: the object itself.
        JsonObject { Count: 1 } single when single.First().Value is JsonObject inner => inner[name],
        _ => null,
    };

    [GeneratedRegex("<<(?<id>[^<>.]+)\\.(?<name>[^<>]+)>>")]
    private static partial Regex Reference();
}
