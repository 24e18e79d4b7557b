using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>What a client has said about a blob.</summary>
/// <param name="ContentType">Its content type.</param>
/// <param name="Metadata">Its metadata, by name.</param>
/// <param name="Headers">Headers that every answer with the blob has: encoding, language, MD5, where it was copied from.</param>
internal sealed record BlobDetails(
    string ContentType, IReadOnlyDictionary<string, string> Metadata, IReadOnlyDictionary<string, string> Headers)
{
    public const string Md5 = "Content-MD5";
    private const string MetadataPrefix = "x-ms-meta-", PropertyPrefix = "x-ms-blob-";
    private const string DefaultType = "application/octet-stream";

    private static readonly string[] Properties =
        ["Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", Md5];

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
            MetadataOf(request),
            Properties.Select(name => (Name: name, Value: Given(name))).Where(property => !string.IsNullOrEmpty(property.Value))
                .ToDictionary(property => property.Name, property => property.Value!));
    }

    public static IReadOnlyDictionary<string, string> MetadataOf(HttpRequest request) => request.Headers
        .Where(header => header.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(header => header.Key[MetadataPrefix.Length..], header => header.Value.ToString());

    public static BlobDetails Read(JsonObject json) => new(
        (string)json["contentType"]!, Texts(json["metadata"]), Texts(json["headers"]));

    public JsonObject ToJson() => new()
    {
        ["contentType"] = ContentType,
        ["metadata"] = Json(Metadata),
        ["headers"] = Json(Headers),
    };

    /// <param name="response">The answer.</param>
    /// <param name="isPartial">Whether it holds a part of the blob: then the MD5 of the whole has another name.</param>
    public void WriteTo(HttpResponse response, bool isPartial)
    {
        foreach ((string name, string value) in Headers)
            response.Headers[isPartial && name == Md5 ? PropertyPrefix + Md5.ToLowerInvariant() : name] = value;
        WriteMetadata(response);
    }

    public void WriteMetadata(HttpResponse response)
    {
        foreach ((string name, string value) in Metadata)
            response.Headers[MetadataPrefix + name] = value;
    }

    private static Dictionary<string, string> Texts(JsonNode? json) =>
        (json as JsonObject ?? []).ToDictionary(member => member.Key, member => (string)member.Value!);

    private static JsonObject Json(IReadOnlyDictionary<string, string> texts) =>
        new(texts.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, member.Value)));
}
