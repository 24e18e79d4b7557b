namespace Aep.Sdk.Emulator.AccessControl;

/// <summary>A permission as the products' permission sets name it, with the resources that it opens.</summary>
internal sealed record Permission(string Id, string Name, string Category, params string[] Resources)
{
    private static readonly string[] Reading = ["view-", "export-"];

    /// <summary>What it allows on its resources.</summary>
    public IReadOnlyList<string> Actions => Array.Exists(Reading, word => Id.StartsWith(word, StringComparison.Ordinal))
        ? ["read"]
        : ["read", "write", "delete"];

    /// <summary>As Adobe's user interface and documentation write it: <c>Data Modeling: Manage Schemas</c>.</summary>
    public string Title => $"{Category}: {Name}";
}
