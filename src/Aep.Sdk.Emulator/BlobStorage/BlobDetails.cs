using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>What a client has said about a blob: its content type and metadata.</summary>
internal sealed record BlobDetails(string ContentType, IReadOnlyDictionary<string, string> Metadata)
{
    private const string MetadataPrefix = "x-ms-meta-";
    private const string DefaultType = "application/octet-stream";

    public static BlobDetails None { get; } = new(DefaultType, new Dictionary<string, string>());

    /// <summary>Those of a request that writes a blob.</summary>
    public static BlobDetails Of(HttpRequest request)
    {
        string? type = request.Headers["x-ms-blob-content-type"].FirstOrDefault();
        bool isPut = request.Query["comp"].Count == 0;
        return new BlobDetails(
            type ?? (isPut ? request.ContentType : null) ?? DefaultType,
            request.Headers.Where(header => header.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key[MetadataPrefix.Length..], header => header.Value.ToString()));
    }

    public static BlobDetails Read(JsonObject json) => new(
        (string)json["contentType"]!, json["metadata"]!.AsObject().ToDictionary(member => member.Key, member => (string)member.Value!));

    public JsonObject ToJson() => new()
    {
        ["contentType"] = ContentType,
        ["metadata"] = new JsonObject(Metadata.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, member.Value))),
    };

    public void WriteTo(HttpResponse response)
    {
        foreach ((string name, string value) in Metadata)
            response.Headers[MetadataPrefix + name] = value;
    }
}
