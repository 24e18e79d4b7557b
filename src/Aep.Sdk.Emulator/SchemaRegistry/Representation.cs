using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>How much of a resource the <c>Accept</c> header asks for.</summary>
internal static class Representation
{
    private static readonly string[] SummaryMembers = ["title", "$id", "meta:altId", "version"];

    /// <summary>True when a listing shall carry ids only.</summary>
    /// <exception cref="ApiException">The header is missing or names no registry type.</exception>
    public static bool IsSummary(HttpRequest request) => TypeOf(request) is "xed-id" or "xdm-id";

    public static void CheckSingle(HttpRequest request)
    {
        string type = TypeOf(request);
        bool versioned = request.Headers.Accept.ToString().Contains("version=", StringComparison.OrdinalIgnoreCase);
        if (type is "xed-id" or "xdm-id" || !versioned)
            throw RegistryErrors.BadAccept(request.Headers.Accept.ToString());
    }

    public static bool IsFull(HttpRequest request) => TypeOf(request).StartsWith("xed-full", StringComparison.Ordinal)
        || TypeOf(request).StartsWith("xdm-full", StringComparison.Ordinal);

    public static JsonObject Summary(JsonObject resource) =>
        new(SummaryMembers.Where(resource.ContainsKey).Select(name => KeyValuePair.Create(name, resource[name]?.DeepClone())));

    private static string TypeOf(HttpRequest request)
    {
        string accept = request.Headers.Accept.ToString();
        const string prefix = "application/vnd.adobe.";
        string type = accept.Split(';')[0].Trim();
        if (!type.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || !type.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
            throw RegistryErrors.BadAccept(accept);
        string name = type[prefix.Length..^"+json".Length];
        if (!name.StartsWith("xed", StringComparison.Ordinal) && !name.StartsWith("xdm", StringComparison.Ordinal))
            throw RegistryErrors.BadAccept(accept);
        return name;
    }
}
