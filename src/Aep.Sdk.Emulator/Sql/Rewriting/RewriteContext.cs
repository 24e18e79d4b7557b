namespace Aep.Sdk.Emulator.Sql;

/// <summary>What a rewriting needs to know beside the text.</summary>
/// <param name="Tables">Tables of the sandbox.</param>
/// <param name="Scan">Makes the relation of a table.</param>
/// <param name="Values">Values of variables and parameters.</param>
/// <param name="FallBack">Setting resolve_fallback_snapshot_on_failure: an unknown start snapshot means the earliest one.</param>
/// <param name="Database">Names that may qualify a table: the sandbox and its database.</param>
/// <param name="Groups">The schemas that may qualify a table of theirs.</param>
internal sealed record RewriteContext(
    ITableSource Tables, TableScan Scan, SqlValues Values, bool FallBack, IReadOnlyCollection<string> Database, DataGroupScope Groups)
{
    /// <summary>
    /// Whether columns without a name are called after their expression: not where names say which column of a table they fill.
    /// </summary>
    public bool NamesColumns { get; init; } = true;

    /// <summary>The views whose queries are being written, the outermost first: none of them may read itself.</summary>
    public IReadOnlyList<string> Views { get; init; } = [];

    /// <summary>The relation of a temporary table of the session, by its name.</summary>
    public Func<string, string?> Temporary { get; init; } = _ => null;
}
