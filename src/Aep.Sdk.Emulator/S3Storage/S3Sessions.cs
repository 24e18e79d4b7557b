using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>
/// Issues and recognises temporary credentials. The token says what it is good for and is signed with the account's key;
/// access key and secret follow from the token: nothing needs to be kept, and a credential outlives a restart.
/// </summary>
internal sealed class S3Sessions(StorageAccounts accounts)
{
    public static S3Session Issue(StorageAccount account, string folder, DateTimeOffset expiry)
    {
        string claims = string.Create(CultureInfo.InvariantCulture, $"{account.Name}|{folder}|{expiry.ToUnixTimeSeconds()}");
        string token = $"{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims))}.{Derive(account, "token", claims)}";
        return Of(account, token, folder, DateTimeOffset.FromUnixTimeSeconds(expiry.ToUnixTimeSeconds()));
    }

    /// <exception cref="S3Exception">The token was not issued here, was changed, or has expired.</exception>
    public S3Session Recognise(string token, DateTimeOffset now)
    {
        string[] parts = token.Split('.');
        string claims = parts.Length == 2 ? Decode(parts[0]) : throw S3Errors.InvalidToken();
        string[] fields = claims.Split('|');
        StorageAccount account = (fields.Length == 3 ? accounts.Find(fields[0]) : null) ?? throw S3Errors.InvalidToken();
        if (!Same(Derive(account, "token", claims), parts[1]))
            throw S3Errors.InvalidToken();
        DateTimeOffset expiry = DateTimeOffset.FromUnixTimeSeconds(long.Parse(fields[2], CultureInfo.InvariantCulture));
        return expiry > now ? Of(account, token, fields[1], expiry) : throw S3Errors.ExpiredToken();
    }

    public static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static S3Session Of(StorageAccount account, string token, string folder, DateTimeOffset expiry) => new(
        "ASIA" + Derive(account, "key", token)[..16].ToUpperInvariant(), Derive(account, "secret", token)[..40], token, account.Name,
        folder, expiry);

    private static string Derive(StorageAccount account, string purpose, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(account.Key, Encoding.UTF8.GetBytes($"s3 {purpose} {text}")));

    private static string Decode(string base64)
    {
        Span<byte> bytes = stackalloc byte[512];
        return base64.Length <= 512 && Convert.TryFromBase64String(base64, bytes, out int count)
            ? Encoding.UTF8.GetString(bytes[..count])
            : throw S3Errors.InvalidToken();
    }
}
