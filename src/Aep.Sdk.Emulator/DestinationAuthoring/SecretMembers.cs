using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>Credentials are checked and not kept: nothing here would use them, and a file is no place for a secret.</summary>
internal static class SecretMembers
{
    private const string Hidden = "******";
    private static readonly string[] Names =
        ["password", "secretKey", "sshKey", "servicePrincipalKey", "connectionString", "clientSecret", "privateKey", "refreshToken"];

    public static JsonNode? Hide(JsonNode? node)
    {
        foreach (string name in (node as JsonObject)?.Select(member => member.Key).ToArray() ?? [])
        {
            JsonNode? value = node![name];
            if (Names.Contains(name) && value?.GetValueKind() == JsonValueKind.String)
                node[name] = Hidden;
            else
                Hide(value);
        }
        foreach (JsonNode? item in node as JsonArray ?? [])
            Hide(item);
        return node;
    }
}
