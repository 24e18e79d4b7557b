using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Ims;

/// <summary>The OpenID Provider configuration. Its URLs carry the scheme and host that the client used.</summary>
internal static class Discovery
{
    public static IResult Describe(HttpRequest request)
    {
        string root = $"{request.Scheme}://{request.Host}";
        return Results.Json(new JsonObject
        {
            ["issuer"] = root,
            ["authorization_endpoint"] = $"{root}/ims/authorize/v2",
            ["token_endpoint"] = $"{root}/ims/token/v3",
            ["jwks_uri"] = $"{root}/ims/keys",
            ["response_types_supported"] = new JsonArray("code"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["grant_types_supported"] = new JsonArray("client_credentials"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post"),
        });
    }
}
