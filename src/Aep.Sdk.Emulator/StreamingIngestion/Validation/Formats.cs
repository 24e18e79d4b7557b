using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.StreamingIngestion.Validation;

/// <summary>The formats of JSON Schema that XDM uses. One that is not known here is not checked.</summary>
internal static partial class Formats
{
    public static bool Fits(string text, string format) => format switch
    {
        "date-time" =>
            DateTimeText().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "time" => TimeText().IsMatch(text),
        "email" => MailAddress.TryCreate(text, out MailAddress? address) && address.Address == text,
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme.Length > 0
            && text.Contains(':', StringComparison.Ordinal),
        "uri-reference" => !text.Contains(' ', StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        "ipv4" => IPAddress.TryParse(text, out IPAddress? four) && four.AddressFamily == AddressFamily.InterNetwork
            && text.Count(letter => letter == '.') == 3,
        "ipv6" => IPAddress.TryParse(text, out IPAddress? six) && six.AddressFamily == AddressFamily.InterNetworkV6,
        "hostname" => Uri.CheckHostName(text) == UriHostNameType.Dns,
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "regex" => IsPattern(text),
        _ => true,
    };

    /// <summary>Whether a text is a regular expression.</summary>
    public static bool IsPattern(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.CultureInvariant);
            return true;
        }
        catch (RegexParseException)
        {
            return false;
        }
    }

    // RFC 3339: the zone is part of it.
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$")]
    private static partial Regex DateTimeText();

    [GeneratedRegex(@"^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)?$")]
    private static partial Regex TimeText();
}
