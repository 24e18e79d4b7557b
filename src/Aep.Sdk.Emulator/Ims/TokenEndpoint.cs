using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Ims;

/// <summary>POST /ims/token/v3 with the client-credentials grant.</summary>
internal static class TokenEndpoint
{
    public static async Task<IResult> IssueAsync(HttpRequest request, AccessTokens tokens, ClientCredential credential)
    {
        // Adobe's Postman collection sends the same parameters in the query string of /v2.
        IFormCollection form =
            request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
        string Value(string name) => form.TryGetValue(name, out var value) ? value.ToString() : request.Query[name].ToString();

        if (Value("grant_type") != "client_credentials")
            throw Refuse("unsupported_grant_type", "grant_type must be client_credentials");
        if (Value("client_id") != credential.ClientId)
            throw Refuse("invalid_client", "invalid client_id parameter");
        if (!SameSecret(Value("client_secret"), credential.ClientSecret))
            throw Refuse("invalid_client", "invalid client_secret parameter");
        string scope = Value("scope");
        if (scope.Length == 0)
            throw Refuse("invalid_scope", "missing scope parameter");

        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(new JsonObject
        {
            ["access_token"] = tokens.Issue(credential.ClientId, scope),
            ["token_type"] = "bearer",
            ["expires_in"] = (long)AccessTokens.Lifetime.TotalSeconds,
        });
    }

    private static bool SameSecret(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static ApiException Refuse(string error, string description) =>
        new(StatusCodes.Status400BadRequest, new JsonObject { ["error"] = error, ["error_description"] = description });
}
