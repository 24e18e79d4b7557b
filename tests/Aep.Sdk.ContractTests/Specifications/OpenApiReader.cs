using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.ContractTests.Specifications;

/// <summary>Reads the operations of an OpenAPI 3 or Swagger 2 file.</summary>
internal sealed class OpenApiReader
{
    private static readonly string[] Methods = ["get", "head", "post", "put", "patch", "delete"];

    // These three leave the base path out of their servers and state it in their description.
    private static readonly Dictionary<string, string> Bases = new(StringComparer.Ordinal)
    {
        ["data-hygiene"] = "/data/core/hygiene",
        ["data-distiller-auth"] = "/data/foundation/query",
        ["mtls-service"] = "/data/core/mtls",
    };

    private readonly string _spec;
    private readonly JsonObject _document;

    private OpenApiReader(string file)
    {
        _spec = Path.GetFileNameWithoutExtension(file);
        _document = Yaml.Read(file);
    }

    public static IEnumerable<SpecOperation> Read(string file) => new OpenApiReader(file).Operations();

    private IEnumerable<SpecOperation> Operations() =>
        from path in (JsonObject)_document["paths"]!
        from operation in (JsonObject)path.Value!
        where Methods.Contains(operation.Key)
        select Read(operation.Key, path.Key, (JsonObject)operation.Value!, (path.Value!["parameters"] as JsonArray) ?? []);

    private SpecOperation Read(string method, string path, JsonObject operation, JsonArray shared)
    {
        JsonObject[] parameters = [.. shared.Concat(operation["parameters"] as JsonArray ?? []).OfType<JsonObject>().Select(
            item => SchemaNode.Follow(_document, item))];
        return new SpecOperation(_spec, method.ToUpperInvariant(), Base() + path)
        {
            RequiredHeaders = Names(parameters, "header", required: true),
            RequiredQuery = Names(parameters, "query", required: true),
            OptionalQuery = Names(parameters, "query", required: false),
            Deprecated = (bool?)operation["deprecated"] == true,
            Body = Body(operation, parameters),
            Answers = [.. Answers(operation)],
        };
    }

    private static string[] Names(JsonObject[] parameters, string place, bool required) =>
        [.. parameters.Where(item => (string?)item["in"] == place && ((bool?)item["required"] == true) == required).Select(
            item => (string)item["name"]!)];

    private string Base()
    {
        if (Bases.TryGetValue(_spec, out string? known))
            return known;
        if ((string?)_document["basePath"] is { } swagger)
            return swagger.TrimEnd('/');
        string url = (string)_document["servers"]![0]!["url"]!;
        string afterHost = url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..];
        int slash = afterHost.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : afterHost[slash..].TrimEnd('/');
    }

    private SchemaNode? Body(JsonObject operation, JsonObject[] parameters)
    {
        JsonObject? schema = parameters.FirstOrDefault(item => (string?)item["in"] == "body")?["schema"] as JsonObject;
        if (operation["requestBody"] is JsonObject body)
            schema = Json(SchemaNode.Follow(_document, body)["content"])?["schema"] as JsonObject;
        return schema is null ? null : new SchemaNode(_document, schema);
    }

    private IEnumerable<SpecAnswer> Answers(JsonObject operation)
    {
        foreach ((string code, JsonNode? answer) in (JsonObject)operation["responses"]!)
        {
            if (!int.TryParse(code, CultureInfo.InvariantCulture, out int status))
                continue;
            JsonObject response = SchemaNode.Follow(_document, (JsonObject)answer!);
            JsonObject? media = response["schema"] is null ? Json(response["content"]) : response;
            foreach (SpecAnswer example in Examples(status, media))
                yield return example;
        }
    }

    private IEnumerable<SpecAnswer> Examples(int status, JsonObject? media)
    {
        if (media?["example"] is { } example)
            yield return new SpecAnswer(status, "example", SchemaNode.Unwrap(example));
        // Swagger 2 names its examples by media type, OpenAPI 3 by any name, with the example as its value.
        foreach ((string name, JsonNode? named) in media?["examples"] as JsonObject ?? [])
        {
            JsonObject? entry = named is JsonObject found ? SchemaNode.Follow(_document, found) : null;
            if ((entry?["value"] ?? named) is { } value)
                yield return new SpecAnswer(status, name, SchemaNode.Unwrap(value));
        }
        if (media?["schema"] is JsonObject schema && new SchemaNode(_document, schema).Example() is { } made)
            yield return new SpecAnswer(status, "schema", made);
    }

    private static JsonObject? Json(JsonNode? content) => (content as JsonObject)?
        .OrderBy(media => media.Key.Contains("json", StringComparison.Ordinal) ? 0 : 1)
        .Select(media => media.Value as JsonObject).FirstOrDefault();
}
