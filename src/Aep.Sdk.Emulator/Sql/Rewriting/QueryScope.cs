namespace Aep.Sdk.Emulator.Sql;

/// <summary>Where in a query the rewriter is: what a name means depends on it.</summary>
internal sealed class QueryScope(QueryScope? outer, bool isQuery)
{
    private readonly HashSet<string> _commonTables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this level is a SELECT, not an expression or an argument list.</summary>
    public bool IsQuery { get; } = isQuery;

    /// <summary>The token of the SELECT that an expression belongs to, or -1 before the first.</summary>
    public int Select { get; set; } = outer?.Select ?? -1;

    /// <summary>Between SELECT and the next clause.</summary>
    public bool InSelectList { get; set; }

    /// <summary>Between FROM and the next clause.</summary>
    public bool InFrom { get; set; }

    /// <summary>The next name is a table.</summary>
    public bool ExpectsTable { get; set; }

    public void AddCommonTable(string name) => _commonTables.Add(name);

    public bool IsCommonTable(string name) => _commonTables.Contains(name) || (outer?.IsCommonTable(name) ?? false);
}
