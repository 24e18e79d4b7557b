using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>What a credential needs: the members of one kind of authentication.</summary>
internal static class CredentialRules
{
    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["basicAuthentication"] = ["username", "password"],
        ["s3Authentication"] = ["accessId", "secretKey"],
        ["sshAuthentication"] = ["username", "sshKey"],
        ["azureAuthentication"] = ["url", "tenant", "servicePrincipalId", "servicePrincipalKey"],
        ["azureConnectionStringAuthentication"] = ["connectionString"],
        ["oauth2UserAuthentication"] = ["url", "clientId", "clientSecret", "username", "password"],
        ["oauth2ClientAuthentication"] = ["url", "clientId", "clientSecret"],
        ["oauth2AccessTokenAuthentication"] = ["accessToken"],
    };

    public static void Check(Sandbox sandbox, JsonObject body)
    {
        string[] given = [.. Kinds.Keys.Where(kind => body[kind] is not null)];
        if (given.Length != 1)
            throw AuthoringErrors.Invalid($"A credential has one of {string.Join(", ", Kinds.Keys)}, not {given.Length} of them.");
        foreach (string member in Kinds[given[0]])
        {
            if (string.IsNullOrWhiteSpace(body[given[0]]![member]?.ToString()))
                throw AuthoringErrors.Invalid($"{given[0]}.{member} is missing.");
        }
    }
}
