namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>
/// The headers of a protocol in which a client says about a file what it likes, and every answer with the file says it again.
/// </summary>
/// <param name="Prefix">How their names begin.</param>
/// <param name="NameOf">How the protocol writes the rest of a name.</param>
internal sealed record MetadataHeaders(string Prefix, Func<string, string> NameOf)
{
    public IReadOnlyDictionary<string, string> Of(HttpRequest request) => request.Headers
        .Where(header => header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(header => NameOf(header.Key[Prefix.Length..]), header => header.Value.ToString());

    public void Write(HttpResponse response, BlobDetails details)
    {
        foreach ((string name, string value) in details.Metadata)
            response.Headers[Prefix + name] = value;
    }
}
