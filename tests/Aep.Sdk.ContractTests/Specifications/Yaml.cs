using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Aep.Sdk.ContractTests.Specifications;

/// <summary>YAML as JSON: numbers and truth values become what they mean, unless they are quoted.</summary>
internal static class Yaml
{
    public static JsonObject Read(string file)
    {
        var stream = new YamlStream();
        using (StreamReader reader = File.OpenText(file))
            stream.Load(reader);
        return (JsonObject)Convert(stream.Documents[0].RootNode)!;
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map =>
            new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value ?? "", Convert(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidDataException($"A {node.NodeType} cannot be read."),
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
            && !HasLeadingZero(text) => JsonValue.Create(whole),
        _ when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && !HasLeadingZero(text) =>
            JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    private static bool HasLeadingZero(string text) => text is ['0', >= '0' and <= '9', ..];
}
