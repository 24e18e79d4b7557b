using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>
/// A shared access signature as it came: one of a container or blob, or one of the account
/// (https://learn.microsoft.com/rest/api/storageservices/delegate-access-with-shared-access-signature).
/// </summary>
/// <param name="Fields">Its fields.</param>
/// <param name="IsHttps">Whether it came over TLS.</param>
/// <param name="Address">Who sent it.</param>
/// <param name="Now">The time.</param>
internal sealed record SasToken(IQueryCollection Fields, bool IsHttps, IPAddress? Address, DateTimeOffset Now)
{
    /// <summary>The first version whose signatures are understood here.</summary>
    private const string FirstVersion = "2020-12-06";

    public string this[string name] => Fields[name].ToString();

    /// <summary>The token that let a request in.</summary>
    public static SasToken Of(HttpContext context) => context.Features.GetRequiredFeature<SasToken>();

    /// <summary>Whether it allows what one of some letters stands for.</summary>
    public bool Allows(string permissions) => this["sp"].AsSpan().ContainsAny(permissions);

    /// <summary>Checks signature, time, place, protocol and permission.</summary>
    /// <exception cref="BlobException">403: the token does not allow the operation.</exception>
    public void Check(StorageAccount account, string container, string? blob, SasDemand demand)
    {
        bool ofAccount = Fields.ContainsKey("ss") || Fields.ContainsKey("srt");
        string text = ofAccount ? AccountSas.TextToSign(this, account) : ServiceSas.TextToSign(this, account, container, blob);
        if (string.CompareOrdinal(this["sv"], FirstVersion) < 0)
            throw BlobErrors.AuthenticationFailed($"The signed version (sv) must be {FirstVersion} or later.");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(this["sig"]), Encoding.ASCII.GetBytes(Sign(account, text))))
            throw BlobErrors.AuthenticationFailed("Signature did not match.");
        CheckTime();
        CheckSender();
        if (ofAccount)
            AccountSas.Check(this, demand);
        if (!Allows(demand.Permissions))
            throw BlobErrors.PermissionMismatch();
    }

    public static string Sign(StorageAccount account, string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(account.Key, Encoding.UTF8.GetBytes(text)));

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void CheckTime()
    {
        if (!IsTime(this["se"], out DateTimeOffset expiry) || expiry <= Now)
            throw BlobErrors.AuthenticationFailed(
                $"Signature not valid in the specified time frame: expiry [{this["se"]}], now [{Time(Now)}].");
        if (IsTime(this["st"], out DateTimeOffset start) && start > Now)
            throw BlobErrors.AuthenticationFailed(
                $"Signature not valid in the specified time frame: start [{this["st"]}], now [{Time(Now)}].");
    }

    private void CheckSender()
    {
        if (this["spr"] == "https" && !IsHttps)
            throw BlobErrors.ProtocolMismatch();
        if (this["sip"] is { Length: > 0 } range && !Includes(range))
            throw BlobErrors.AddressMismatch(Address);
    }

    // "10.0.0.1", or "10.0.0.1-10.0.0.9".
    private bool Includes(string range)
    {
        string[] ends = range.Split('-', 2);
        return Address is not null && IPAddress.TryParse(ends[0], out IPAddress? first) && IPAddress.TryParse(ends[^1], out IPAddress? last)
            && Number(first) <= Number(Address) && Number(Address) <= Number(last);
    }

    private static UInt128 Number(IPAddress address) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(address.MapToIPv6().GetAddressBytes());

    private static bool IsTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
