using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>What a client asks for when it begins an upload in parts.</summary>
/// <param name="Algorithm">The algorithm of the object's checksum; null when it asks for none, and gets the usual one.</param>
/// <param name="Type">Whether the checksum is one of the object, or of the checksums of its parts.</param>
/// <param name="Metadata">The object's metadata, by name.</param>
internal sealed record MultipartRequest(ChecksumAlgorithm? Algorithm, string Type, IReadOnlyDictionary<string, string> Metadata)
{
    private const string AlgorithmHeader = "x-amz-checksum-algorithm";

    /// <exception cref="S3Exception">400: the algorithm has no checksum of this type.</exception>
    public static MultipartRequest Of(HttpRequest request)
    {
        string name = request.Headers[AlgorithmHeader].ToString(), type = request.Headers[ObjectChecksum.TypeHeader].ToString();
        ChecksumAlgorithm? algorithm = name.Length > 0 ? ChecksumAlgorithm.Of(name) : null;
        IReadOnlyList<string> types = (algorithm ?? ChecksumAlgorithm.Default).Types;
        if (type.Length > 0 && (algorithm is null || !types.Contains(type)))
            throw S3Errors.InvalidRequest(
                $"The {type} checksum type cannot be used with the {(name.Length > 0 ? name : "default")} checksum algorithm.");
        return new MultipartRequest(algorithm, type.Length > 0 ? type : types[0], S3Objects.Metadata.Of(request));
    }

    public static MultipartRequest Read(JsonObject json) => new(
        (string?)json["algorithm"] is { } name ? ChecksumAlgorithm.Of(name) : null, (string)json["type"]!,
        json["metadata"]!.AsObject().ToDictionary(member => member.Key, member => (string)member.Value!));

    public JsonObject ToJson() => new()
    {
        ["algorithm"] = Algorithm?.Name,
        ["type"] = Type,
        ["metadata"] = new JsonObject(Metadata.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, member.Value))),
    };

    public void WriteTo(HttpResponse response)
    {
        if (Algorithm is not null)
            (response.Headers[AlgorithmHeader], response.Headers[ObjectChecksum.TypeHeader]) = (Algorithm.Name, Type);
    }

    public object?[] ToXml() => Algorithm is null
        ? []
        : [S3Xml.Element("ChecksumAlgorithm", Algorithm.Name), S3Xml.Element("ChecksumType", Type)];

    /// <summary>The checksum of the object that some files make.</summary>
    public Task<ObjectChecksum> ChecksumAsync(IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        ChecksumAlgorithm algorithm = Algorithm ?? ChecksumAlgorithm.Default;
        return Type == ChecksumAlgorithm.FullObject
            ? ObjectChecksum.OfFilesAsync(algorithm, parts, cancellationToken)
            : ObjectChecksum.OfPartsAsync(algorithm, parts, cancellationToken);
    }
}
