using System.Text.RegularExpressions;

namespace Aep.Sdk.Core.Errors;

/// <summary>
/// Bodies for messages and exceptions. Some answers hold credentials (connection parameters, landing zones, IMS): when such an answer
/// cannot be read, it must not show them.
/// </summary>
internal static partial class BodyRedaction
{
    public static string Redact(string body) => Parameter().Replace(Member().Replace(body, "$1***"), "$1***");

    // "SASToken": "…, also when the text ends within it.
    [GeneratedRegex("""("[^"]{0,100}(?:token|secret|password|sas|signature|access_?key|credential)[^"]{0,100}"\s*:\s*")(?:[^"\\]|\\.)+""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Member();

    // sig=…, access_token=…, Bearer …
    [GeneratedRegex("""((?:\bsig|token|secret|password)=|\bbearer\s+)[^&\s"'<>]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Parameter();
}
