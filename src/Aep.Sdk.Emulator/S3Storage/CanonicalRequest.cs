using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>The text of a request that Signature Version 4 signs.</summary>
internal static class CanonicalRequest
{
    public static string Of(HttpRequest request, IEnumerable<string> signedHeaders, string payloadHash)
    {
        string[] target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        string[] names = [.. signedHeaders];
        string headers = string.Concat(names.Select(name => $"{name}:{Value(request.Headers[name])}\n"));
        string path = string.Join('/', target[0].Split('/').Select(segment => Escape(Uri.UnescapeDataString(segment))));
        string query = Query(target.Length > 1 ? target[1] : "");
        return $"{request.Method}\n{path}\n{query}\n{headers}\n{string.Join(';', names)}\n{payloadHash}";
    }

    /// <summary>Escapes all but the unreserved characters of RFC 3986.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (byte value in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
                escaped.Append((char)value);
            else
                escaped.Append('%').Append(value.ToString("X2", null));
        }
        return escaped.ToString();
    }

    private static string Query(string query) => string.Join('&', query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => (Name: Normal(pair[0]), Value: pair.Length > 1 ? Normal(pair[1]) : ""))
        .Where(pair => pair.Name != "X-Amz-Signature")
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Normal(string text) => Escape(Uri.UnescapeDataString(text));

    private static string Value(StringValues values) =>
        string.Join(',', values.Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))));
}
