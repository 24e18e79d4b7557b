using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.ContractTests.Client;
using Aep.Sdk.ContractTests.Specifications;
using Aep.Sdk.Destinations.Authoring;

namespace Aep.Sdk.ContractTests.Rules;

/// <summary>
/// The Destination SDK answers in several shapes, so that its client reads JSON first and the rule for all answers does not see its models.
/// Here they are held against every example of a body and of an answer.
/// </summary>
public sealed class AuthoringModelTests
{
    private static readonly (string Path, JsonTypeInfo Type)[] Models =
    [
        ("/destination-servers", AuthoringJson.Default.DestinationServer),
        ("/destinations", AuthoringJson.Default.DestinationConfiguration),
        ("/audience-templates", AuthoringJson.Default.AudienceTemplate),
        ("/credentials", AuthoringJson.Default.DestinationCredential),
    ];

    [Theory]
    [InlineData("/destination-servers", 7)]
    [InlineData("/destinations", 1)]
    [InlineData("/audience-templates", 1)]
    [InlineData("/credentials", 5)]
    public void Every_example_becomes_a_model_that_keeps_all_of_it(string path, int atLeast)
    {
        if (SpecificationFolder.Path is not { } folder)
            return; // AnswerTests says so
        JsonTypeInfo type = Models.Single(model => model.Path == path).Type;
        JsonNode[] examples = [.. Examples(Yaml.Read(System.IO.Path.Combine(folder, "destination-authoring.yaml")), path)];

        Assert.True(examples.Length >= atLeast, $"{examples.Length} examples only");
        Findings.None(examples.SelectMany(example => Losses(type, example)));
    }

    [Theory]
    [InlineData("/destination-servers")]
    [InlineData("/destinations")]
    [InlineData("/audience-templates")]
    public void Every_member_of_the_examples_is_typed(string path)
    {
        if (SpecificationFolder.Path is not { } folder)
            return;
        JsonTypeInfo type = Models.Single(model => model.Path == path).Type;
        Findings.None(Examples(Yaml.Read(System.IO.Path.Combine(folder, "destination-authoring.yaml")), path)
            .SelectMany(example => Untyped(type, example, type.Type.Name)));
    }

    private static IEnumerable<string> Losses(JsonTypeInfo type, JsonNode example) =>
        RoundTrip.Losses(type, example, JsonSerializer.SerializeToNode(example.Deserialize(type), type));

    private static IEnumerable<string> Untyped(JsonTypeInfo type, JsonNode? value, string path)
    {
        if (value is JsonArray list && type.Kind == JsonTypeInfoKind.Enumerable)
            return list.SelectMany(item => Untyped(type.Options.GetTypeInfo(type.ElementType!), item, path));
        if (value is JsonObject map && type.Kind == JsonTypeInfoKind.Dictionary)
            return map.SelectMany(item => Untyped(type.Options.GetTypeInfo(type.ElementType!), item.Value, path));
        if (value is not JsonObject members || type.Kind != JsonTypeInfoKind.Object || typeof(JsonNode).IsAssignableFrom(type.Type))
            return [];
        return members.SelectMany(member => Member(type, member, $"{path}.{member.Key}"));
    }

    private static IEnumerable<string> Member(JsonTypeInfo type, KeyValuePair<string, JsonNode?> member, string path)
    {
        // What the service writes itself, and what belongs to one answer only.
        if (member.Key is "imsOrg" or "sandboxName" or "sandboxId" or "destConfigId")
            return [];
        JsonPropertyInfo? property = type.Properties.FirstOrDefault(known => !known.IsExtensionData && known.Name == member.Key);
        return property is null ? [$"{path} has no member"] : Untyped(type.Options.GetTypeInfo(property.PropertyType), member.Value, path);
    }

    // Of bodies and of answers of one path and those below it; lists and wrappers become their elements.
    private static IEnumerable<JsonNode> Examples(JsonObject document, string path) =>
        from route in (JsonObject)document["paths"]!
        where route.Key == path || route.Key == $"{path}/{{INSTANCE_ID}}"
        from operation in (JsonObject)route.Value!
        where operation.Value is JsonObject
        from holder in Holders(document, (JsonObject)operation.Value!)
        from example in Values(document, holder)
        from element in Elements(SchemaNode.Unwrap(example))
        select element;

    private static IEnumerable<JsonObject> Holders(JsonObject document, JsonObject operation) =>
        ((operation["responses"] as JsonObject)?.Where(answer => answer.Key.StartsWith('2')).Select(answer => answer.Value) ?? [])
        .Append(operation["requestBody"]).OfType<JsonObject>().Select(holder => SchemaNode.Follow(document, holder))
        .Select(holder => holder["content"]?["application/json"]).OfType<JsonObject>();

    private static IEnumerable<JsonNode> Values(JsonObject document, JsonObject media) =>
        (media["examples"] as JsonObject ?? []).Select(named => SchemaNode.Follow(document, (JsonObject)named.Value!)["value"])
        .Append(media["example"]).OfType<JsonNode>();

    private static IEnumerable<JsonNode> Elements(JsonNode? example) => example switch
    {
        JsonArray list => list.OfType<JsonNode>().SelectMany(Elements),
        JsonObject wrapper when wrapper["items"] is JsonArray items => items.OfType<JsonNode>().SelectMany(Elements),
        null => [],
        _ => [example],
    };
}
