using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>
/// Service SAS tokens of version 2020-12-06 and later for a container or a blob
/// (https://learn.microsoft.com/rest/api/storageservices/create-service-sas).
/// </summary>
internal static class ServiceSas
{
    private const string Version = "2022-11-02";
    private const string FirstVersion = "2020-12-06";

    /// <summary>The fields of a token that say which headers an answer has.</summary>
    public static IReadOnlyList<(string Field, string Header)> Overrides { get; } =
    [
        ("rscc", "Cache-Control"), ("rscd", "Content-Disposition"), ("rsce", "Content-Encoding"), ("rscl", "Content-Language"),
        ("rsct", "Content-Type"),
    ];

    /// <summary>A token for everything in a container.</summary>
    public static string ForContainer(
        StorageAccount account, string container, string permissions, DateTimeOffset start, DateTimeOffset expiry)
    {
        var fields = new Dictionary<string, string>
        {
            ["sv"] = Version,
            ["sr"] = "c",
            ["sp"] = permissions,
            ["st"] = Time(start),
            ["se"] = Time(expiry),
            ["spr"] = "https,http",
        };
        fields["sig"] = Sign(account, $"/blob/{account.Name}/{container}", name => fields.GetValueOrDefault(name, ""));
        return string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
    }

    /// <summary>Checks signature, time and permission.</summary>
    /// <exception cref="BlobException">The token does not allow the operation.</exception>
    public static void Check(
        IQueryCollection query, StorageAccount account, string container, string? blob, char permission, DateTimeOffset now)
    {
        string Field(string name) => query[name].ToString();
        string resource = Field("sr") switch
        {
            "c" => $"/blob/{account.Name}/{container}",
            "b" when blob is not null => $"/blob/{account.Name}/{container}/{blob}",
            _ => throw BlobErrors.AuthenticationFailed("The signed resource (sr) is missing or not supported."),
        };
        if (string.CompareOrdinal(Field("sv"), FirstVersion) < 0)
            throw BlobErrors.AuthenticationFailed($"The signed version (sv) must be {FirstVersion} or later.");
        if (!SameSignature(Field("sig"), Sign(account, resource, Field)))
            throw BlobErrors.AuthenticationFailed("Signature did not match.");
        if (!IsTime(Field("se"), out DateTimeOffset expiry) || expiry <= now)
            throw BlobErrors.AuthenticationFailed(
                $"Signature not valid in the specified time frame: expiry [{Field("se")}], now [{Time(now)}].");
        if (IsTime(Field("st"), out DateTimeOffset start) && start > now)
            throw BlobErrors.AuthenticationFailed(
                $"Signature not valid in the specified time frame: start [{Field("st")}], now [{Time(now)}].");
        if (!Field("sp").Contains(permission, StringComparison.Ordinal))
            throw BlobErrors.PermissionMismatch();
    }

    private static string Sign(StorageAccount account, string resource, Func<string, string> field)
    {
        string[] parts =
        [
            field("sp"), field("st"), field("se"), resource, field("si"), field("sip"), field("spr"), field("sv"), field("sr"),
            "", field("ses"), field("rscc"), field("rscd"), field("rsce"), field("rscl"), field("rsct"),
        ];
        return Convert.ToBase64String(HMACSHA256.HashData(account.Key, Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    private static bool SameSignature(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(expected));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static bool IsTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
