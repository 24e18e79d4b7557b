using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Ims;

/// <summary>Issues and checks access tokens: JSON Web Tokens (RS256) with the claims that IMS puts in, times in milliseconds.</summary>
internal sealed class AccessTokens(SigningKey key, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(86399);

    private long _validFrom;

    /// <summary>Ends the life of every token that has been issued until now.</summary>
    public void ExpireAll() => Volatile.Write(ref _validFrom, time.GetUtcNow().ToUnixTimeMilliseconds() + 1);

    public string Issue(string clientId, string scope)
    {
        var header = new JsonObject { ["alg"] = "RS256", ["kid"] = SigningKey.Id, ["typ"] = "JWT" };
        var payload = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString("N"),
            ["type"] = "access_token",
            ["client_id"] = clientId,
            ["scope"] = scope,
            ["created_at"] = Now().ToString(CultureInfo.InvariantCulture),
            ["expires_in"] = ((long)Lifetime.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
        };
        string signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public bool TryValidate(string token, [NotNullWhen(true)] out TokenClaims? claims)
    {
        claims = null;
        string[] parts = token.Split('.');
        if (parts.Length != 3 || !parts.All(part => Base64Url.IsValid(part)))
            return false;
        byte[] signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        if (!key.Verify(signed, Base64Url.DecodeFromChars(parts[2])))
            return false;
        TokenClaims read = Read(Base64Url.DecodeFromChars(parts[1]));
        if (read.ExpiresAt <= time.GetUtcNow() || read.CreatedAt.ToUnixTimeMilliseconds() < Volatile.Read(ref _validFrom))
            return false;
        claims = read;
        return true;
    }

    // A token of the very moment in which the others ended is a new one.
    private long Now() => Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds(), Volatile.Read(ref _validFrom));

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));

    // Only called on a payload that this process or an earlier one on the same data folder has signed.
    private static TokenClaims Read(byte[] payload)
    {
        using JsonDocument document = JsonDocument.Parse(payload);
        JsonElement root = document.RootElement;
        long created = long.Parse(root.GetProperty("created_at").GetString()!, CultureInfo.InvariantCulture);
        long lifetime = long.Parse(root.GetProperty("expires_in").GetString()!, CultureInfo.InvariantCulture);
        return new TokenClaims(
            root.GetProperty("client_id").GetString()!,
            root.GetProperty("scope").GetString()!,
            DateTimeOffset.FromUnixTimeMilliseconds(created),
            DateTimeOffset.FromUnixTimeMilliseconds(created + lifetime));
    }
}
