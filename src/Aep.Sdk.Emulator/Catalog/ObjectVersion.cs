using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>The version of a catalog object as HTTP knows it: <c>ETag</c> of an answer, <c>If-Match</c> of a change.</summary>
internal static class ObjectVersion
{
    public static void Show(HttpResponse response, JsonObject document)
    {
        if ((string?)document["version"] is { } version)
            response.Headers.ETag = $"\"{version}\"";
    }

    /// <summary>The version that the client has seen; null for any.</summary>
    public static string? Seen(HttpRequest request) => request.Headers.IfMatch.FirstOrDefault()?.Trim('"');

    public static bool IsStale(JsonObject document, string? seen) => seen is not null and not "*" && seen != (string?)document["version"];
}
