using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Ims;

/// <summary>The one OAuth Server-to-Server credential of the organisation.</summary>
internal sealed class ClientCredential(string clientId, string clientSecret)
{
    public string ClientId { get; } = clientId;
    public string ClientSecret { get; } = clientSecret;

    /// <summary>The technical account that acts when this credential is used.</summary>
    public string AccountId => $"{ClientId}@techacct.adobe.com";

    public static ClientCredential LoadOrCreate(AepEmulatorOptions options, DataFolder folder)
    {
        string file = folder.File("credential.json");
        JsonObject? stored = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!.AsObject() : null;
        var credential = new ClientCredential(
            options.ClientId ?? (string?)stored?["clientId"] ?? RandomNumberGenerator.GetHexString(32, lowercase: true),
            options.ClientSecret ?? (string?)stored?["clientSecret"] ?? "p8e-" + RandomNumberGenerator.GetHexString(32));
        PrivateFile.Write(
            file, new JsonObject { ["clientId"] = credential.ClientId, ["clientSecret"] = credential.ClientSecret }.ToJsonString());
        return credential;
    }
}
