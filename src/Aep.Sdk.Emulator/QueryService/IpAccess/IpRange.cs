using System.Net;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.QueryService.IpAccess;

/// <summary>A single address, or a block of addresses (CIDR). As on AEP, a block may be named by any of its addresses.</summary>
internal static class IpRange
{
    /// <exception cref="Gateway.ApiException">400: it is neither.</exception>
    public static IPNetwork Parse(JsonNode? node)
    {
        string text = node is JsonValue value && value.TryGetValue(out string? given) ? given : "";
        string[] parts = text.Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out IPAddress? address))
            throw Invalid(text);
        int bits = address.GetAddressBytes().Length * 8, prefix = bits;
        if (parts.Length == 2 && !(int.TryParse(parts[1], out prefix) && prefix >= 0 && prefix <= bits))
            throw Invalid(text);
        return new IPNetwork(First(address, prefix), prefix);
    }

    private static IPAddress First(IPAddress address, int prefix)
    {
        byte[] bytes = address.GetAddressBytes();
        for (int bit = prefix; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new IPAddress(bytes);
    }

    private static Gateway.ApiException Invalid(string text) =>
        QueryErrors.BadRequest(
            $"The IP range '{text}' is invalid: it must be an address, such as 101.10.1.1, or a CIDR block, such as 136.23.110.0/23.");
}
