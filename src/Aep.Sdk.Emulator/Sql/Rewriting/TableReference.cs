namespace Aep.Sdk.Emulator.Sql;

/// <summary>A table as a FROM clause names it.</summary>
/// <param name="Parts">The parts of its name; the last one is the table.</param>
/// <param name="Start">First token.</param>
/// <param name="End">The token after the name, its alias and its snapshot clause.</param>
internal sealed record TableReference(IReadOnlyList<string> Parts, int Start, int End, string? Alias, SnapshotRange? Snapshot, bool IsFunction)
{
    public string Name => Parts[^1];
    public string FullName => string.Join('.', Parts);
}
