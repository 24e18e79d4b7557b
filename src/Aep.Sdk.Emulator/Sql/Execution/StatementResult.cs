namespace Aep.Sdk.Emulator.Sql;

/// <summary>What a statement answers: rows, or only the tag of the completed command.</summary>
/// <param name="Command">First word or words of the command tag.</param>
/// <param name="Rows">The rows, when the statement has any.</param>
/// <param name="Affected">Rows written, when the tag says how many.</param>
internal sealed record StatementResult(string Command, ResultRows? Rows = null, long? Affected = null) : IDisposable
{
    /// <summary>Rows written to datasets, by all statements of a block; null when none writes.</summary>
    public long? Written { get; init; } = Affected;

    /// <summary>What the client should know beside the result, or null.</summary>
    public SqlNotice? Notice { get; init; }

    /// <summary>The tag as PostgreSQL prints it; only final once the rows are read.</summary>
    public string Tag => (Rows?.Count ?? Affected) is long count ? $"{Command} {count}" : Command;

    public void Dispose() => Rows?.Dispose();
}
