using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Ims;

/// <summary>The RSA key that signs access tokens. Kept in the data folder, so that tokens outlive a restart.</summary>
internal sealed class SigningKey : IDisposable
{
    public const string Id = "aep-emulator-key";
    private readonly RSA _key = RSA.Create(2048);

    public SigningKey(DataFolder folder)
    {
        string file = folder.File("signing.key");
        if (File.Exists(file))
            _key.ImportFromPem(File.ReadAllText(file));
        else
            PrivateFile.Write(file, _key.ExportPkcs8PrivateKeyPem());
    }

    public byte[] Sign(ReadOnlySpan<byte> data) => _key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        _key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public JsonObject ToJsonWebKeySet()
    {
        RSAParameters parameters = _key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = Id,
                ["n"] = Base64Url.EncodeToString(parameters.Modulus),
                ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            }),
        };
    }

    public void Dispose() => _key.Dispose();
}
