using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Parts of addresses. What is no address has none.</summary>
internal static partial class UrlFunctions
{
    private const string Category = "URL";
    private static readonly Dictionary<string, long> Ports = new() { ["http"] = 80, ["https"] = 443, ["ftp"] = 21, ["sftp"] = 22 };

    public static IReadOnlyList<Function> All { get; } =
    [
        new("get_url_protocol", Category, 1, 1, "get_url_protocol(\"https://a.b/c\")",
            (_, values) => Find(values[0])?.Groups["scheme"].Value),
        new("get_url_host", Category, 1, 1, "get_url_host(\"https://a.b/c\")", (_, values) => Find(values[0])?.Groups["host"].Value),
        new("get_url_port", Category, 1, 1, "get_url_port(\"https://a.b/c\")",
            (_, values) => Find(values[0]) is { } url ? Port(url) : null),
        new("get_url_path", Category, 1, 2, "get_url_path(\"https://a.b/c\")",
            (_, values) => Find(values[0])?.Groups["path"].Value is not { } path ? null
            : values.Length > 1 && !Values.Truth(values[1]) ? path[(path.LastIndexOf('/') + 1)..] : path),
        new("get_url_query_str", Category, 2, 2, "get_url_query_str(\"https://a.b/c?d=e#f\", \"remove\")", (_, values) =>
            Find(values[0]) is { } url ? Query(url, Values.Text(values[1])) : null),
        new("get_url_encoded", Category, 1, 1, "get_url_encoded(\"https://a.b/c\")",
            (_, values) => values[0] is null ? null : Uri.EscapeDataString(Values.Text(values[0]))),
        new("get_url_decoded", Category, 1, 1, "get_url_decoded(\"https%3A%2F%2Fa.b\")",
            (_, values) => values[0] is null ? null : Uri.UnescapeDataString(Values.Text(values[0]))),
    ];

    private static object? Port(Match url) => url.Groups["port"].Success
        ? Values.Number(url.Groups["port"].Value)
        : Ports.TryGetValue(url.Groups["scheme"].Value.ToLowerInvariant(), out long port) ? port : null;

    private static Dictionary<string, object?> Query(Match url, string anchor)
    {
        Dictionary<string, object?> query = url.Groups["query"].Value.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).GroupBy(pair => pair[0])
            .ToDictionary(group => Uri.UnescapeDataString(group.Key),
                group => (object?)Uri.UnescapeDataString(group.Last().ElementAtOrDefault(1) ?? ""));
        Group fragment = url.Groups["fragment"];
        switch (anchor)
        {
            case "retain" when fragment.Success && query.Count > 0:
                query[query.Keys.Last()] += "#" + fragment.Value;
                break;
            case "append" when fragment.Success:
                query["_anchor_"] = fragment.Value;
                break;
            case not ("retain" or "append" or "remove"):
                throw new ExpressionException($"The anchor '{anchor}' is none of retain, remove, append.");
        }
        return query;
    }

    private static Match? Find(object? value) => Address().Match(Values.Text(value)) is { Success: true } match ? match : null;

    [GeneratedRegex(
        @"^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:[^@/?#]*@)?(?<host>[^:/?#]+)(?::(?<port>\d{1,5}))?"
        + @"(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
