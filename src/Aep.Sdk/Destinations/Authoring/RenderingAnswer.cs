using System.Text.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>
/// The answer of <c>/testing/template/render</c>: Adobe's page has an object with <c>results</c>, the specification the message alone.
/// </summary>
internal static class RenderingAnswer
{
    public static TemplateRendering Read(string answer)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(answer);
            return json.RootElement switch
            {
                var root when IsRendering(root) => root.Deserialize(AuthoringJson.Default.TemplateRendering)!,
                { ValueKind: JsonValueKind.String } text => Of(text.GetString()!),
                _ => Of(answer),
            };
        }
        catch (JsonException)
        {
            return Of(answer); // messages need not be JSON
        }
    }

    // A message may be an object with results of its own, but hardly of texts called output.
    private static bool IsRendering(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("results", out JsonElement results)
        && results.ValueKind == JsonValueKind.Array
        && results.EnumerateArray().All(result => result.ValueKind == JsonValueKind.Object
            && result.TryGetProperty("output", out JsonElement output) && output.ValueKind == JsonValueKind.String);

    private static TemplateRendering Of(string message) => new() { Results = [new RenderedMessage { Output = message }] };
}
