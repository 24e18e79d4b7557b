using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>How the catalog answers a creation: a list with one reference, <c>@/dataSets/5ba9…</c>.</summary>
internal static class CatalogReference
{
    public static string Id(IReadOnlyList<string>? answer, string kind)
    {
        string prefix = $"@/{kind}/";
        IReadOnlyList<string> created = answer.Required($"POST /{kind}");
        return created is [{ } reference] && reference.StartsWith(prefix, StringComparison.Ordinal)
            ? reference[prefix.Length..]
            : throw new AepException($"POST /{kind} answered '{string.Join(", ", created)}' where one reference {prefix}… was expected.");
    }
}
