namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A table as a FROM clause names it.
/// <see cref="Parts"/>: the parts of its name; the last one is the table.
/// <see cref="Start"/>: first token.
/// <see cref="End"/>: the token after the name, its alias and its snapshot clause.
/// </summary>
internal sealed record TableReference(
    IReadOnlyList<string> Parts, int Start, int End, string? Alias, SnapshotRange? Snapshot, bool IsFunction)
{
    public string Name => Parts[^1];
    public string FullName => string.Join('.', Parts);
}
