using System.Net;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Schemas;

/// <summary>How a text of a format is written (JSON Schema's names). A format that is not known here fits always: AEP decides.</summary>
internal static partial class XdmTextFormats
{
    public static bool Fits(string format, string text) => format switch
    {
        "email" => Email().IsMatch(text),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _) && UriCharacters().IsMatch(text) && Scheme().IsMatch(text),
        "uri-reference" => UriCharacters().IsMatch(text),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "ipv4" => text.Split('.').Length == 4 && IPAddress.TryParse(text, out IPAddress? four) && four.ToString() == text,
        "ipv6" => IPAddress.TryParse(text, out IPAddress? six) && six.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6,
        "hostname" => text.Length is > 0 and <= 253 && HostName().IsMatch(text),
        _ => true,
    };

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"^[^\s<>""{}|\\^`]*$", RegexOptions.CultureInvariant)]
    private static partial Regex UriCharacters();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.\-]*:", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^(?!-)[A-Za-z0-9\-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9\-]{1,63}(?<!-))*$", RegexOptions.CultureInvariant)]
    private static partial Regex HostName();
}
