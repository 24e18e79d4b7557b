using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>What a client has said about a blob.</summary>
/// <param name="ContentType">Its content type.</param>
/// <param name="Metadata">Its metadata, by name.</param>
/// <param name="Headers">Headers that every answer with the blob has: encoding, language, MD5, where it was copied from.</param>
internal sealed record BlobDetails(
    string ContentType, IReadOnlyDictionary<string, string> Metadata, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The blocks that the blob was made of; none when it came at once.</summary>
    public IReadOnlyList<BlobBlock> Blocks { get; init; } = [];

    public const string Md5 = "Content-MD5";
    private const string PropertyPrefix = "x-ms-blob-";
    private const string DefaultType = "application/octet-stream";

    private static readonly string[] Properties =
        ["Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", Md5];

    /// <summary>The headers of the Blob protocol with metadata.</summary>
    public static MetadataHeaders MetadataHeaders { get; } = new("x-ms-meta-", name => name);

    public static BlobDetails None { get; } = new(DefaultType, new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>Those of a request that writes a blob.</summary>
    public static BlobDetails Of(HttpRequest request)
    {
        // The body of a block list has headers of its own, which are not the blob's.
        bool isPut = request.Query["comp"].Count == 0;
        string? Given(string name) => request.Headers[PropertyPrefix + name.ToLowerInvariant()].FirstOrDefault()
            ?? (isPut ? request.Headers[name].FirstOrDefault() : null);
        return new BlobDetails(
            Given("Content-Type") ?? DefaultType,
            MetadataHeaders.Of(request),
            Properties.Select(name => (Name: name, Value: Given(name))).Where(property => !string.IsNullOrEmpty(property.Value))
                .ToDictionary(property => property.Name, property => property.Value!));
    }

    /// <summary>With the headers of a request that sets them; those that it does not name are gone.</summary>
    public BlobDetails WithHeadersOf(HttpRequest request)
    {
        BlobDetails given = Of(request);
        IEnumerable<KeyValuePair<string, string>> others = Headers.Where(header => !Properties.Contains(header.Key));
        return given with { Metadata = Metadata, Headers = given.Headers.Concat(others).ToDictionary(), Blocks = Blocks };
    }

    public static BlobDetails Read(JsonObject json) => new(
        (string)json["contentType"]!, Texts(json["metadata"]), Texts(json["headers"]))
    {
        Blocks = [.. (json["blocks"] as JsonArray ?? []).Select(block => new BlobBlock((string)block!["id"]!, (long)block["length"]!))],
    };

    public JsonObject ToJson() => new()
    {
        ["contentType"] = ContentType,
        ["metadata"] = Json(Metadata),
        ["headers"] = Json(Headers),
        ["blocks"] = new JsonArray(
            [.. Blocks.Select(block => new JsonObject { ["id"] = block.Id, ["length"] = block.Length })]),
    };

    /// <param name="response">The answer.</param>
    /// <param name="isPartial">Whether it holds a part of the blob: then the MD5 of the whole has another name.</param>
    public void WriteTo(HttpResponse response, bool isPartial)
    {
        foreach ((string name, string value) in Headers)
            response.Headers[isPartial && name == Md5 ? PropertyPrefix + Md5.ToLowerInvariant() : name] = value;
        MetadataHeaders.Write(response, this);
    }

    private static Dictionary<string, string> Texts(JsonNode? json) =>
        (json as JsonObject ?? []).ToDictionary(member => member.Key, member => (string)member.Value!);

    private static JsonObject Json(IReadOnlyDictionary<string, string> texts) =>
        new(texts.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, member.Value)));
}
