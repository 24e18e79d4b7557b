using System.Security.Cryptography;
using System.Text;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>
/// What was signed with AWS Signature Version 4: scope, key and the request's signature, which the chunks of the body build on.
/// </summary>
internal sealed class SignatureV4
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private readonly string _date;
    private readonly string _scope;
    private readonly byte[] _key;

    public SignatureV4(string secret, string date, string scope)
    {
        _date = date;
        _scope = scope;
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (string part in scope.Split('/'))
            key = Mac(key, part);
        _key = key;
    }

    public string OfRequest(string canonicalRequest) => Sign($"{Algorithm}\n{_date}\n{_scope}\n{Hash(canonicalRequest)}");

    public string OfChunk(string previous, string chunkHash) =>
        Sign($"{Algorithm}-PAYLOAD\n{_date}\n{_scope}\n{previous}\n{EmptyHash}\n{chunkHash}");

    public string OfTrailer(string previous, string trailer) =>
        Sign($"{Algorithm}-TRAILER\n{_date}\n{_scope}\n{previous}\n{Hash(trailer)}");

    private string Sign(string text) => Convert.ToHexStringLower(Mac(_key, text));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
