namespace Aep.Sdk.Core.Errors;

/// <summary>URLs for messages and logs. Only query parameters that are known to be harmless show their values.</summary>
internal static class UriRedaction
{
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "action", "continuationToken", "dataSet", "limit", "name", "op", "orderBy", "orderby", "page", "property", "start", "status",
            "type", "validate",
    };

    public static string Redact(Uri? uri)
    {
        if (uri is null)
            return "";
        if (!uri.IsAbsoluteUri)
            return uri.OriginalString.Split('?')[0];
        string address = uri.GetLeftPart(UriPartial.Path);
        if (uri.Query.Length <= 1)
            return address;
        return $"{address}?{string.Join('&', uri.Query[1..].Split('&').Select(Parameter))}";
    }

    /// <summary>An endpoint without the parts that have no place in one, and may be secret.</summary>
    public static string Endpoint(Uri endpoint) => endpoint.IsAbsoluteUri
        ? endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : endpoint.OriginalString;

    private static string Parameter(string pair)
    {
        string name = pair.Split('=')[0];
        return Harmless.Contains(name) ? pair : $"{name}=***";
    }
}
